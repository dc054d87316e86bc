import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPtClient } from '../../src/pt/index.ts'

const folder = new URL('../../../shared/recorded/moloni-pt/', import.meta.url)
const present = existsSync(folder)
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

/** What a recorded call needs beside the company. */
const PARAMS: Readonly<Record<string, object>> = {
  'products/getAll': { category_id: 1 },
  'fiscalZones/getAll': { country_id: 1 },
}

/** Groups that this client does not have yet are read through the escape hatch. */
async function read(path: string, body: string): Promise<unknown> {
  const client = createPtClient({
    token: 'token',
    companyId: 1,
    strict: true,
    budget: false,
    fetch: async () => new Response(body),
  })
  const [group = '', method = ''] = path.split('/')
  const api: unknown = Reflect.get(client, group)
  const call: unknown = typeof api === 'object' && api !== null ? Reflect.get(api, method) : undefined
  return typeof call === 'function' ? call(PARAMS[path]) : client.call(path)
}

describe.skipIf(!present)('recorded answers (skipped where ../shared is missing)', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(10)
  })

  for (const file of files) {
    const path = file.replace('.json', '').replace('.', '/')
    it(`${path} has nothing that the schema does not describe`, async () => {
      const body = readFileSync(new URL(file, folder), 'utf8')
      expect(await read(path, body)).toHaveLength(JSON.parse(body).length)
    })
  }
})
