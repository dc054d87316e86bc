import { describe, expect, it } from 'vitest'
import { createEsClient } from '../../src/es/index.ts'
import { loggedInEs } from '../oauth/es-support.ts'
import { answer, scripted, topLevel } from './support.ts'

const complaint = (message: string) => ({ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })
const nobodys = 'Cannot query field "moloniSdkProbe" on type "Query".'

describe('a probe', () => {
  it('tells what is there from what is not, by what is wrong with it', async () => {
    const errors = [
      nobodys,
      'Cannot query field "companies" on type "Query".',
      'Field "invoiceReceipts" argument "companyId" of type "Int!" is required, but it was not provided.',
      'Field "hookModelOperations" of type "HookModelOperations!" must have a selection of subfields. Did you mean "hookModelOperations { ... }"?',
    ]
    const { es, sent } = scripted([answer({ errors: errors.map(complaint) }, 400)])
    expect(await es.probe(['companies', 'hookModelOperations', 'invoiceReceipts', 'documents'])).toEqual([
      'hookModelOperations',
      'invoiceReceipts',
    ])
    expect(sent.map(({ query }) => query)).toEqual([
      'query { companies hookModelOperations invoiceReceipts documents moloniSdkProbe }',
    ])
  })

  it('asks for nothing that could be run', async () => {
    const { es, sent } = scripted([answer({ errors: [complaint(nobodys)] }, 400)])
    expect(await es.probe()).toEqual([])
    expect(sent.length).toBeGreaterThan(1)
    for (const { query, variables } of sent) {
      expect(query).toMatch(/^(query|mutation) \{ (\w+ ){1,20}moloniSdkProbe \}$/)
      expect(variables).toEqual({})
    }
    expect(sent.some(({ query }) => /^mutation .*invoiceReceiptCreate/.test(query))).toBe(true)
    expect(sent.some(({ query }) => /^query .*invoiceReceipts /.test(query))).toBe(true)
  })

  it.each([
    ['a server that hides what is wrong', topLevel('GRAPHQL_VALIDATION_FAILED', 'Bad request.', {}, 400)],
    ['data', answer({ data: { companies: null } })],
    ['data beside what is wrong', answer({ data: { companies: null }, errors: [complaint(nobodys)] })],
    ['nothing', answer({})],
    ['a 404', answer('{}', 404)],
  ])('that meets %s knows nothing', async (_what, step) => {
    const { es } = scripted([step])
    for (const call of [es.probe(['companies']), es.probeFilter('customers', ['updatedAt'])]) {
      await expect(call).rejects.toMatchObject({ name: 'ContractError', code: 'unexpected_answer' })
    }
  })

  it.each([
    ['a dead login', answer('{}', 401), 'access_refused'],
    ['trouble', answer('{}', 503), 'http_503'],
  ])('that meets %s says so', async (_what, step, code) => {
    await expect(scripted([step]).es.probe(['companies'])).rejects.toMatchObject({ code })
  })

  it.each([['companies { x }'], ['x y'], [''], ['moloniSdkProbe'], ['a:b'], ['invoiceDelete(documentId:1)']])(
    'does not ask for %j',
    async (name) => {
      const { es, sent } = scripted([answer('{}')])
      for (const call of [
        es.probe([name]),
        es.probeFilter('customers', [name]),
        es.probeFilter(name, ['vat']),
      ]) {
        await expect(call).rejects.toMatchObject({ name: 'UsageError' })
      }
      expect(sent).toHaveLength(0)
    },
  )

  it('of a filter needs to see that a wrong field is noticed', async () => {
    const { es, sent } = scripted([answer({ errors: [complaint(nobodys)] }, 400)])
    await expect(es.probeFilter('customers', ['updatedAt'])).rejects.toMatchObject({
      code: 'unexpected_answer',
    })
    expect(sent[0]?.query).toBe(
      'query { customers(options: { filter: [{ field: updatedAt, comparison: eq, value: "" }, { field: moloniSdkProbe, comparison: eq, value: "" }] }) moloniSdkProbe }',
    )
  })
})

describe('on the emulator', () => {
  async function client(platform: 'es' | 'on') {
    const { tokens, fetch, clock, emulator } = await loggedInEs({ platform })
    const [companyId] = Object.keys(emulator.state.companies)
    const es = createEsClient({
      token: tokens,
      platform,
      companyId: Number(companyId),
      fetch,
      clock,
      budget: false,
    })
    return { es, emulator }
  }

  it('finds on Moloni ON everything that was seen there', async () => {
    const { es } = await client('on')
    const found = await es.probe()
    expect(found).toHaveLength(27)
    expect(found).toContain('invoiceReceiptCreate')
  })

  it('finds on Moloni Spain what an account has, and changes nothing', async () => {
    const { es, emulator } = await client('es')
    const before = JSON.stringify(emulator.state)
    expect(await es.probe()).toEqual([])
    expect(await es.probe(['customerCreate', 'invoices', 'noSuchThing', 'noSuchThingCreate', 'me'])).toEqual([
      'customerCreate',
      'invoices',
      'me',
    ])
    expect(await es.probeFilter('customers', ['updatedAt', 'nope', 'vat'])).toEqual(['updatedAt', 'vat'])
    expect(JSON.stringify(emulator.state)).toBe(before)
  })
})
