import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CannotRun } from './cannot-run.ts'
import { readReference, referenceFile } from './reference.ts'
import { render } from './render.ts'

const target = new URL('../../src/testing/es/schema/', import.meta.url)

try {
  const { values } = parseArgs({ options: { reference: { type: 'string' } } })
  const files = render(readReference(referenceFile(values.reference, process.env.MOLONI_ES_REFERENCE)))
  mkdirSync(target, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, target), text)
  console.log(`${Object.keys(files).length} modules written.`)
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
  process.exitCode = 2
}
