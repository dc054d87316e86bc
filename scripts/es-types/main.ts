import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { me, operations } from '../../src/es/groups/index.ts'
import { CannotRun } from '../es-schema/cannot-run.ts'
import { readReference, referenceFile } from '../es-schema/reference.ts'
import { render } from './render.ts'
import { shippedRoots } from './shipped.ts'

const target = new URL('../../src/es/types/', import.meta.url)

try {
  const { values } = parseArgs({ options: { reference: { type: 'string' } } })
  const reference = readReference(referenceFile(values.reference, process.env.MOLONI_ES_REFERENCE))
  const files = render(reference.document, shippedRoots({ ...operations, own: { me } }))
  mkdirSync(target, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, target), text)
  console.log(`${Object.keys(files).length} modules written.`)
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
  process.exitCode = 2
}
