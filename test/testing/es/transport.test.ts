import { describe, expect, it } from 'vitest'
import { serve } from '../../../src/testing/index.ts'
import { at, rig } from './support.ts'

const json = { 'content-type': 'application/json' }
const unauthenticated = {
  status: 401,
  body: { errors: [{ message: 'Not authenticated', extensions: { code: 'UNAUTHENTICATED' } }] },
}

const code = (body: unknown) => at(body, 'errors.0.extensions.code')
const message = (body: unknown) => at(body, 'errors.0.message')

describe('a request without a good login', () => {
  it('is refused with 401, before anything else is looked at', async () => {
    const { send } = await rig()
    for (const query of [
      '{ me { data { userId } } }',
      '{ nonsense }',
      '{ me {',
      '{ __schema { types { name } } }',
    ]) {
      expect(await send(query, {}, { headers: json })).toEqual(unauthenticated)
      expect(await send(query, {}, { headers: { ...json, authorization: 'Bearer nothing' } })).toEqual(
        unauthenticated,
      )
    }
  })

  it('may ask what sign-up needs', async () => {
    const { call } = await rig()
    const headers = json
    expect(
      at(await call('{ businessAreas { data { title } } }', {}, { headers }), 'data.businessAreas'),
    ).toEqual({
      data: Array.from({ length: 5 }, () => ({ title: null })),
    })
    const slug = 'query getFreeSlug($slug: String!) { getFreeSlug(slug: $slug) }'
    expect(await call(slug, { slug: 'nueva' }, { headers })).toEqual({ data: { getFreeSlug: true } })
    const both = '{ countries { data { countryId } } languages { data { languageId } } }'
    expect(at(await call(both, {}, { headers }), 'errors.0.message')).toBe('Not authenticated')
  })
})

describe('a body', () => {
  const post = async (body: string, headers: Record<string, string> = json) => {
    const { raw, token } = await rig()
    const response = await raw('', {
      method: 'POST',
      body,
      headers: { ...headers, authorization: `Bearer ${token}` },
    })
    const answer: unknown = await response.json()
    return { status: response.status, body: answer }
  }

  it.each([
    ['a list of operations', '[{"query":"{ me { data { userId } } }"}]', 'Operation batching disabled.'],
    ['no JSON', 'query=1', 'POST body missing, invalid Content-Type, or JSON object has no keys.'],
    ['an empty object', '{}', 'POST body missing, invalid Content-Type, or JSON object has no keys.'],
    ['no query', '{"variables":{}}', 'GraphQL operations must contain a non-empty `query`'],
    ['a query that is no text', '{"query":{}}', 'GraphQL queries must be strings.'],
    ['variables as text', '{"query":"{ me { data { userId } } }","variables":"{}"}', 'not a recursively'],
    [
      'a number as operation name',
      '{"query":"{ me { data { userId } } }","operationName":1}',
      '`operationName`',
    ],
  ])('with %s is refused', async (_what, body, expected) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(message(answer.body)).toContain(expected)
    expect(code(answer.body)).toBe('BAD_REQUEST')
  })

  it('without a content type of JSON is not read', async () => {
    const answer = await post('{"query":"{ me { data { userId } } }"}', { 'content-type': 'text/plain' })
    expect(answer.status).toBe(400)
  })

  it('may leave out variables, or name the operation', async () => {
    expect((await post('{"query":"{ me { data { userId } } }","variables":null}')).status).toBe(200)
    const two = 'query a { me { data { userId } } } query b { me { data { name } } }'
    const named = await post(JSON.stringify({ query: two, operationName: 'b' }))
    expect(named.body).toEqual({ data: { me: { data: { name: 'Lucía Ortega' } } } })
    const unnamed = await post(JSON.stringify({ query: two }))
    expect(unnamed.status).toBe(400)
    expect(message(unnamed.body)).toBe('Must provide operation name if query contains multiple operations.')
    const wrong = await post(JSON.stringify({ query: two, operationName: 'c' }))
    expect(message(wrong.body)).toBe('Unknown operation named "c".')
  })

  it('by another verb or at another place is refused', async () => {
    const { raw, token } = await rig()
    const headers = { authorization: `Bearer ${token}` }
    expect((await raw('?query={me{data{userId}}}', { headers })).status).toBe(405)
    expect((await raw('/graphql', { method: 'POST', headers, body: '{}' })).status).toBe(404)
    expect((await raw('/', { method: 'POST', headers: { ...json, ...headers }, body: '{}' })).status).toBe(
      400,
    )
  })
})

describe('documents', () => {
  it('that cannot be parsed fail with 400', async () => {
    const { send } = await rig()
    const { status, body } = await send('query { me { data { userId }')
    expect(status).toBe(400)
    expect(message(body)).toBe('Syntax Error: Expected Name, found <EOF>.')
    expect(code(body)).toBe('GRAPHQL_PARSE_FAILED')
  })

  it('that the schema does not allow fail as graphql-js says', async () => {
    const { send } = await rig()
    const fail = async (query: string) => {
      const { status, body } = await send(query)
      expect(status).toBe(400)
      expect(code(body)).toBe('GRAPHQL_VALIDATION_FAILED')
      return message(body)
    }
    expect(
      await fail('query($companyId: Int!) { currencyExchanges(companyId: $companyId) { data { pair } } }'),
    ).toBe('Unknown argument "companyId" on field "Query.currencyExchanges".')
    expect(await fail('{ me { data { userID } } }')).toContain(
      'Cannot query field "userID" on type "MeRead".',
    )
    expect(await fail('{ me }')).toContain('must have a selection of subfields')
    expect(
      await fail(
        '{ customers(companyId: 8317, options: { filter: { field: colour, comparison: eq } }) { data { name } } }',
      ),
    ).toContain('Value "colour" does not exist in "CustomerFilterField" enum.')
  })

  it('keep the mistake of the plug-ins that pass a literal companyId', async () => {
    const { send } = await rig()
    const query = `mutation billsOfLadingSendMail($companyId: Int!, $documents: [Int]!, $mailData: MailData) {
      billsOfLadingSendMail(companyId: companyId, documents: $documents, mailData: $mailData) }`
    expect((await send(query, { documents: [1] })).status).toBe(400)
  })

  it('ask on ES only for what was seen there, unless all is opened; ON has everything', async () => {
    const query = '{ companies { data { companyId } } }'
    const spanish = await (await rig()).send(query)
    expect(message(spanish.body)).toContain('Cannot query field "companies" on type "Query".')
    expect((await (await rig({ operations: 'all' })).send(query)).body).toEqual({
      data: { companies: { data: [{ companyId: 8317 }] } },
    })
    expect((await (await rig({ platform: 'on' })).send(query)).status).toBe(200)
  })

  it('get variables that do not fit told', async () => {
    const { send, companyId } = await rig()
    const one =
      'query customer($companyId: Int!, $customerId: Int!) { customer(companyId: $companyId, customerId: $customerId) { data { name } } }'
    const missing = await send(one)
    expect(missing.status).toBe(400)
    expect(code(missing.body)).toBe('BAD_USER_INPUT')
    expect(message(missing.body)).toBe('Variable "$customerId" of required type "Int!" was not provided.')
    const text = await send(one, { customerId: '12' })
    expect(message(text.body)).toContain('Int cannot represent non-integer value: "12"')
    const unknown = await send(
      'mutation($companyId: Int!, $data: CustomerInsert!) { customerCreate(companyId: $companyId, data: $data) { data { name } } }',
      { companyId, data: { number: '7', name: 'Ana', countryId: 70, languageId: 2, colour: 'red' } },
    )
    expect(message(unknown.body)).toContain('Field "colour" is not defined by type "CustomerInsert".')
  })

  it('may be anonymous, prefixed, in fragments and with aliases', async () => {
    const { call } = await rig()
    const query = `query MoloniES_company($companyId: Int!) {
      mine: company(companyId: $companyId) { ...all } other: company(companyId: 1) { ...all }
    }
    fragment all on Company { errors { field msg } data { slug } }`
    expect(await call(query)).toEqual({
      data: {
        mine: { errors: [], data: { slug: 'climatizacion-levante-sl' } },
        other: {
          errors: [{ field: 'companyId', msg: "You don't have access to this company." }],
          data: null,
        },
      },
    })
  })
})

describe('a company', () => {
  const query =
    'query($companyId: Int!) { company(companyId: $companyId) { errors { field msg } data { name } } }'

  it('whose subscription has ended answers nothing', async () => {
    const { call, company } = await rig()
    company.expired = true
    expect(at(await call(query), 'data.company')).toEqual({
      errors: [{ field: '*', msg: 'Expired subscription.' }],
      data: null,
    })
  })

  it('is not changed by a user who may only read', async () => {
    const { call, emulator } = await rig()
    for (const user of emulator.state.users) user.readOnly = true
    expect(at(await call(query), 'data.company.errors')).toEqual([])
    const change =
      'mutation($companyId: Int!) { priceClassCreate(companyId: $companyId, data: { name: "VIP" }) { errors { msg } data { name } } }'
    expect(at(await call(change), 'data.priceClassCreate')).toEqual({
      errors: [{ msg: "You don't have permissions to execute this action." }],
      data: null,
    })
  })
})

it('works on a real port, hosts told apart by path', async () => {
  const { emulator, token } = await rig()
  const { url, close } = await serve(emulator)
  try {
    const response = await fetch(`${url}/v1`, {
      method: 'POST',
      headers: { ...json, authorization: `bearer ${token}` },
      body: JSON.stringify({ query: '{ me { data { name } } }' }),
    })
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual({ data: { me: { data: { name: 'Lucía Ortega' } } } })
    expect((await fetch(`${url}/privateassets/nothing.pdf`)).status).not.toBe(200)
  } finally {
    await close()
  }
})
