import { isMoloniError } from 'moloni-sdk'
import { runEmulated } from './emulated.ts'
import { type Options, OptionsError, readOptions, usage } from './options.ts'
import { createProgress } from './progress.ts'
import { runReal } from './real.ts'

const progress = createProgress(process.stdout)

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options) await start(options)
  else progress.say(usage)
} catch (error) {
  progress.finish()
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = error instanceof OptionsError ? 2 : 1
}

async function start(options: Options): Promise<void> {
  const { credentials } = options
  const pt = credentials ? await runReal({ ...options, credentials }, progress) : await runEmulated(progress)
  if (options.json) progress.say(JSON.stringify({ pt }))
}

/** Errors are for a person; only what nobody expected shows where it came from. */
function explain(error: unknown): string {
  if (error instanceof OptionsError) return `${error.message}\n\n${usage}`
  if (isMoloniError(error)) return `${error.message} (${error.code})`
  return error instanceof Error ? error.message : String(error)
}
