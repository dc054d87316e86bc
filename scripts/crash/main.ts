import { createPlayer } from './cast.ts'
import { playAll } from './hands.ts'
import { type Options, readOptions, usage } from './options.ts'
import { planRuns } from './plan.ts'
import { playReal } from './real/run-real.ts'
import { complaints, remarks, table, trace } from './report.ts'
import { readId } from './spec.ts'
import { pairs } from './subjects/index.ts'
import { counted, figuresOf } from './tally.ts'

/** Processes that are really killed, on each platform. */
const KILLS = 8

try {
  const options = readOptions(process.argv.slice(2))
  if (!options) console.log(usage)
  else if (options.only) await one(options.only)
  else await many(options)
} catch (error) {
  process.exitCode = 2
  if (!(error instanceof RangeError)) throw error
  console.error(error.message)
}

/** Repeats one run and shows what happened. */
async function one(id: string): Promise<void> {
  const outcome = await createPlayer().play(readId(id))
  console.log(trace(outcome))
  if (counted(outcome).faults.length > 0) process.exitCode = 1
}

async function many(options: Options): Promise<void> {
  const { platforms, host, subject, fault, seed, all, share, processes, json, real } = options
  const chosen = pairs().filter(
    (pair) =>
      platforms.includes(pair.platform) &&
      (pair.subject.hosts ?? [host]).includes(host) &&
      (!subject || pair.subject.name === subject),
  )
  const runs = await planRuns(createPlayer(), { host, pairs: chosen, fault, seed, all, share })
  if (runs.length === 0) throw new RangeError('There is no such run.')
  const started = performance.now()
  const found = await playAll(runs, processes, progress(runs.length))
  if (real)
    for (const platform of platforms) found.push(...(await playReal({ platform, seed, kills: KILLS })))
  const seconds = (performance.now() - started) / 1000
  console.log(table(found))
  for (const line of [...remarks(found), ...complaints(found)]) console.log(line)
  console.log(
    `${found.length} runs in ${seconds.toFixed(0)} s, ${(found.length / seconds).toFixed(1)} a second`,
  )
  if (json) console.log(JSON.stringify(figuresOf(found)))
  if (found.some(({ faults }) => faults.length > 0)) process.exitCode = 1
}

/** How far it is; elsewhere than on a terminal now and then. */
function progress(total: number): (done: number) => void {
  let next = 500
  return (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total}`)
    else if (done >= next) {
      console.error(`${done} of ${total}`)
      next += 500
    }
  }
}
