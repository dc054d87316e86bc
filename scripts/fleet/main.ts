import { createProgress } from '../start/progress.ts'
import { type Outcome, rounded, runFleet } from './fleet.ts'
import { type Options, readOptions, usage } from './options.ts'

const progress = createProgress(process.stdout)

try {
  const options = readOptions(process.argv.slice(2))
  if (options) await run(options)
  else progress.say(usage)
} catch (error) {
  progress.finish()
  process.exitCode = 2
  process.stderr.write(
    `${error instanceof RangeError ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
}

async function run(options: Options): Promise<void> {
  const outcome = await runFleet(options, progress)
  for (const line of lines(options, outcome)) progress.say(line)
  const { figures } = outcome
  if (options.json) progress.say(JSON.stringify(figures))
  const { documents, expected, duplicates, lost, kills } = figures
  if (documents !== expected || duplicates > 0 || lost > 0 || kills < options.kills) process.exitCode = 1
}

function lines(options: Options, { figures, seconds, idle, size, troubles }: Outcome): string[] {
  const { connections, workers, kills, documents, expected, duplicates, lost, rssPerWorkerMb } = figures
  const { reads, writes, scans, changes } = idle.store
  const each = (what: number) => rounded(what / connections)
  return [
    '',
    `${connections} companies, ${workers} workers, ${kills} times ${options.signal}, ${Math.round(seconds)} s`,
    `${documents} documents of ${expected} expected, ${duplicates} twice, ${lost} lost`,
    `${figures.syncsPerSecond} runs a second while there was work, ${rounded(idle.syncsPerSecond)} in one process when there was none`,
    `a run that finds nothing: ${rounded(idle.requestsPerSync)} requests; store: ${rounded(reads)} reads, ${rounded(scans)} scans, ${rounded(writes)} writes of ${rounded(changes)} records`,
    `a company: ${each(size.rows)} records, ${each(size.databaseMb * 1024)} kB of table and indexes, ${each(size.redisKeys)} keys and ${each(size.redisMb * 1024)} kB in Redis`,
    `${rssPerWorkerMb} MB in the largest worker`,
    ...[...troubles].map(([text, count]) => `${count} times: ${text}`),
  ]
}
