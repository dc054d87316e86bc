import { existsSync, readFileSync } from 'node:fs'
import { buildSchema, lexicographicSortSchema, printSchema, validateSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readReference, referenceFile } from '../../../scripts/es-schema/reference.ts'
import { render } from '../../../scripts/es-schema/render.ts'
import { operationsProvenOnEs, schemaText } from '../../../src/testing/es/sdl.ts'

const reference = referenceFile(undefined, process.env.MOLONI_ES_REFERENCE)
const here = existsSync(reference)
if (!here) console.log(`Skipped: there is no reference at ${String(reference)}.`)

/** The whole schema is built and printed twice. */
const patient = 60_000

describe('the schema of the ES/ON emulator', { timeout: patient }, () => {
  const schema = buildSchema(schemaText())

  it('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([])
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toHaveLength(456)
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toHaveLength(381)
  })

  it('marks the 107 operations seen on the Spanish host, all of which exist', () => {
    const roots = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() }
    const proven = [...operationsProvenOnEs()]
    expect(proven).toHaveLength(107)
    expect(proven.filter((name) => !(name in roots))).toEqual([])
    expect(proven).not.toContain('invoiceReceiptCreate')
    expect(proven).not.toContain('companies')
  })

  it.runIf(here)('says what the reference says', () => {
    const whole = buildSchema(readFileSync(reference, 'utf8'))
    expect(printSchema(lexicographicSortSchema(schema))).toBe(printSchema(lexicographicSortSchema(whole)))
  })

  it.runIf(here)('is what the generator writes', () => {
    for (const [name, text] of Object.entries(render(readReference(reference)))) {
      const file = new URL(`../../../src/testing/es/schema/${name}`, import.meta.url)
      expect(readFileSync(file, 'utf8'), name).toBe(text)
    }
  })
})
