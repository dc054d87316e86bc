import { CannotRun } from './cannot-run.ts'
import { esPart } from './es/part.ts'
import { type Options, readOptions, usage } from './options.ts'
import { outsmartPart } from './outsmart-part.ts'
import type { Measure, Part } from './part.ts'
import { ptPart } from './pt/part.ts'
import { report } from './report.ts'

/** By their keys in the JSON line. */
const measures: Readonly<Record<string, Measure>> = { pt: ptPart, es: esPart, outsmart: outsmartPart }

try {
  const options = readOptions(process.argv.slice(2))
  if (options) await run(options)
  else console.log(usage)
} catch (error) {
  process.exitCode = 2
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
}

async function run(options: Options): Promise<void> {
  const parts: Record<string, Part | string> = {}
  for (const [key, measure] of Object.entries(measures)) parts[key] = await measure(options)
  const { lines, figures, complete } = report(parts, options)
  for (const line of lines) console.log(line)
  if (options.json) console.log(JSON.stringify(figures))
  if (!complete) process.exitCode = 1
}
