import { isMoloniError, type Platform } from 'moloni-sdk'
import { runEmulated } from './emulated.ts'
import { offices } from './offices/index.ts'
import type { OutsmartBooks } from './offices/office.ts'
import { type Options, OptionsError, readOptions, usage } from './options.ts'
import type { Outcome } from './outcome.ts'
import { createProgress } from './progress.ts'
import { runReal } from './real.ts'
import { stages } from './stages/index.ts'

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
  const { real, json, host } = options
  const outcomes: Partial<Record<Platform, Outcome>> = {}
  const outsmart: Partial<Record<Platform, OutsmartBooks>> = {}
  if (real) outcomes[real.platform] = await runReal(options, real, progress)
  else {
    for (const stage of stages(host)) {
      const { outcome, books } = await runEmulated(stage, offices[host], progress)
      outcomes[stage.platform] = outcome
      if (books) outsmart[stage.platform] = books
    }
  }
  if (json) progress.say(JSON.stringify({ ...outcomes, ...(host === 'outsmart' ? { outsmart } : {}) }))
}

/** Errors are for a person; only what nobody expected shows where it came from. */
function explain(error: unknown): string {
  if (error instanceof OptionsError) return `${error.message}\n\n${usage}`
  if (isMoloniError(error)) return `${error.message} (${error.code})`
  return error instanceof Error ? error.message : String(error)
}
