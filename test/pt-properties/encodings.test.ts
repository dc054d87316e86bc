import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { isMoloniError, UsageError } from '../../src/errors/index.ts'
import { endpoints } from '../../src/pt/groups/index.ts'
import { createPtClient } from '../../src/pt/index.ts'
import { withoutSecrets } from '../../src/testing/http/request-log.ts'
import { createPtEmulator } from '../../src/testing/index.ts'
import { decodeBody } from '../../src/testing/pt/request.ts'
import { accepted } from './arbitrary.ts'

const RUNS = 3
const TOKEN = 'a-token'
vi.setConfig({ testTimeout: 60_000 })

/** Calls a method with any parameters; what the emulator made of the body, and what its log shows. */
function rig(body: 'json' | 'form') {
  const clock = { now: () => Date.parse('2026-03-02T09:00:00Z'), sleep: async () => {} }
  const emulator = createPtEmulator({ clock })
  emulator.state.oauth.accessTokens.push({ token: TOKEN, user_id: 1, expires: clock.now() + 3_600_000 })
  let decoded: Record<string, unknown> | undefined
  const pt = createPtClient({
    token: TOKEN,
    companyId: 240_211,
    body,
    budget: false,
    retry: false,
    timeout: false,
    clock,
    async fetch(request) {
      const json = new URL(request.url).searchParams.get('json') === 'true'
      decoded = decodeBody(await request.clone().text(), request.headers.get('content-type') ?? '', json)
      return emulator.fetch(request)
    },
  })
  // Called by the names of the table that the client is made from.
  const groups = pt as unknown as Record<string, Record<string, (params: object) => Promise<unknown>>>
  return async (group: string, method: string, params: object) => {
    decoded = undefined
    try {
      await groups[group]?.[method]?.(params)
    } catch (error) {
      // Nonsense is refused after it was read; only a call that was never sent is a failure here.
      if (!isMoloniError(error) || error instanceof UsageError) throw error
    }
    return { decoded, logged: emulator.requests.at(-1)?.params }
  }
}

/** What must arrive: nothing for what is left out, text for everything in a form. */
function arriving(value: unknown, body: 'json' | 'form'): unknown {
  if (value === null) return ''
  if (Array.isArray(value)) {
    const items = value.map((item) => arriving(item, body)).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .map(([name, inner]) => [name, arriving(inner, body)] as const)
      .filter(([, inner]) => inner !== undefined)
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
  const plain = typeof value === 'boolean' ? Number(value) : Object.is(value, -0) ? 0 : value
  return body === 'json' ? plain : String(plain)
}

describe.each(['json', 'form'] as const)('parameters that a schema accepts arrive whole as %s', (body) => {
  it.each(Object.entries(endpoints))('%s', async (group, table) => {
    const call = rig(body)
    for (const [method, { params, company }] of Object.entries(table)) {
      await fc.assert(
        fc.asyncProperty(accepted(params), async (values) => {
          const sent = company ? { ...values, company_id: values.company_id ?? 240_211 } : values
          const { decoded, logged } = await call(group, method, values)
          expect(decoded, `${group}/${method}`).toEqual(arriving(sent, body) ?? {})
          expect(logged).toEqual(withoutSecrets(decoded ?? {}))
        }),
        { seed: 20260302, numRuns: RUNS },
      )
    }
  })
})
