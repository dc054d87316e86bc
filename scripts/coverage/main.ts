import { endpoints } from '../../src/pt/groups/index.ts'
import { CannotRun } from './cannot-run.ts'
import { beyond, compare } from './compare.ts'
import { playScenarios } from './emulated/run.ts'
import { type Options, readOptions, usage } from './options.ts'
import { readReference, referenceFile } from './reference.ts'
import { complaints, coverageOf, emulatedOf, summary } from './report.ts'

try {
  const options = readOptions(process.argv.slice(2))
  if (options) await run(options)
  else console.log(usage)
} catch (error) {
  process.exitCode = 2
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
}

async function run({ json, missing, reference: file }: Options): Promise<void> {
  const reference = readReference(referenceFile(file, process.env.MOLONI_PT_REFERENCE))
  const compared = compare(reference, endpoints)
  const emulated = emulatedOf(await playScenarios(endpoints))
  const pt = coverageOf(compared, emulated)
  console.log(summary(compared, emulated))
  for (const path of beyond(reference, endpoints)) console.log(`${path}: not in the reference`)
  if (missing) for (const line of complaints(compared, emulated)) console.log(line)
  else if (complaints(compared, emulated).length > 0) {
    console.log('\nWhat is missing, and why: npm run coverage:api -- --missing')
  }
  if (json) console.log(JSON.stringify({ pt }))
  if (pt.missing.length > 0 || pt.emulated < pt.methods) process.exitCode = 1
}
