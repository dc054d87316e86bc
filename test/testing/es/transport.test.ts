import { describe, expect, it } from 'vitest'
import { at, rig } from './support.ts'

describe('a request without a good login', () => {
  it('is refused with 401', async () => {
    const { send } = await rig()
    const headers = { 'content-type': 'application/json' }
    const refused = { errors: [{ message: 'Not authenticated', extensions: { code: 'UNAUTHENTICATED' } }] }
    expect(await send('{ me { data { userId } } }', {}, { headers })).toEqual({ status: 401, body: refused })
  })
})

describe('documents that the schema does not allow', () => {
  it('fail as graphql-js says, with 400', async () => {
    const { send } = await rig()
    const { status, body } = await send('{ companies { data { companyId } } }')
    expect(status).toBe(400)
    expect(at(body, 'errors.0.message')).toContain('Cannot query field "companies" on type "Query".')
    expect(at(body, 'errors.0.extensions.code')).toBe('GRAPHQL_VALIDATION_FAILED')
  })
})

describe('a list', () => {
  it('comes in an envelope', async () => {
    const { call } = await rig()
    const query =
      'query($companyId: Int!) { suppliers: customers(companyId: $companyId) { errors { field } data { customerId } } }'
    expect(at(await call(query), 'data.suppliers.errors')).toEqual([])
  })
})
