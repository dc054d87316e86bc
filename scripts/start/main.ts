import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMoloniError, type Platform } from 'moloni-sdk'
import { runEmulated } from './emulated.ts'
import type { OutsmartBooks } from './offices/office.ts'
import { type Options, OptionsError, readOptions, usage } from './options.ts'
import type { Outcome } from './outcome.ts'
import { createProgress } from './progress.ts'
import { runReal } from './real.ts'
import { platformsOf } from './stages/index.ts'

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
  const { real, json, host, folder, fresh } = options
  const outcomes: Partial<Record<Platform, Outcome>> = {}
  const outsmart: Partial<Record<Platform, OutsmartBooks>> = {}
  if (real) outcomes[real.platform] = await runReal(options, real, progress)
  else {
    if (fresh) await forget(folder, host)
    for (const platform of platformsOf[host]) {
      const { outcome, books } = await runEmulated({ platform, host, folder }, progress)
      outcomes[platform] = outcome
      if (books) outsmart[platform] = books
    }
  }
  if (json) progress.say(JSON.stringify({ ...outcomes, ...(host === 'outsmart' ? { outsmart } : {}) }))
}

/** Removes what starts with this host have left. */
async function forget(folder: string, host: string): Promise<void> {
  await rm(join(folder, host), { recursive: true, force: true })
}

/** Errors are for a person; only what nobody expected shows where it came from. */
function explain(error: unknown): string {
  if (error instanceof OptionsError) return `${error.message}\n\n${usage}`
  if (isMoloniError(error)) return `${error.message} (${error.code})`
  return error instanceof Error ? error.message : String(error)
}
