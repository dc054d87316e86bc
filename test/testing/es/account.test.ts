import { describe, expect, it } from 'vitest'
import { at, rig } from './support.ts'

describe('the user', () => {
  it('finds their companies through me, then one by one', async () => {
    const { call } = await rig({
      companies: [
        { companyId: 8317, name: 'Uno, S.L.' },
        { companyId: 8318, name: 'Dos, S.L.', documentCalculationsMode: 1 },
      ],
    })
    const me = await call(
      'query { me { errors { field msg } data { userCompanies { company { companyId } } } } }',
    )
    expect(at(me, 'data.me.data.userCompanies')).toEqual([
      { company: { companyId: 8317 } },
      { company: { companyId: 8318 } },
    ])
    const company = `query company($companyId: Int!, $options: CompanyOptionsSingle) { company(companyId: $companyId, options: $options) {
      data { companyId slug documentCalculationsMode address zipCode city country { countryId } currency { iso4217 } fiscalZone { fiscalZone } subscription { plan { planId } } }
      options { defaultLanguageId } } }`
    expect(at(await call(company, { companyId: 8318 }), 'data.company')).toMatchObject({
      data: {
        companyId: 8318,
        slug: 'dos-sl',
        documentCalculationsMode: 1,
        country: { countryId: 70 },
        currency: { iso4217: 'EUR' },
        fiscalZone: { fiscalZone: 'ES' },
        subscription: { plan: { planId: 2 } },
      },
      options: { defaultLanguageId: 2 },
    })
  })

  it('sees only companies that they may use', async () => {
    const { call, emulator } = await rig({
      platform: 'on',
      companies: [
        { companyId: 61204, name: 'Um, Lda.' },
        { companyId: 61205, name: 'Dois, Lda.' },
      ],
    })
    const list =
      '{ companies(options: { filter: { field: isConfirmed, comparison: eq, value: "1" } }) { data { companyId isConfirmed } } }'
    expect(at(await call(list), 'data.companies.data')).toHaveLength(2)
    const [user] = emulator.state.users
    if (user) user.companies = [61205]
    expect(at(await call(list), 'data.companies.data')).toEqual([{ companyId: 61205, isConfirmed: true }])
    const query =
      'query($companyId: Int!) { customers(companyId: $companyId) { errors { field msg } data { name } } }'
    expect(at(await call(query, { companyId: 61204 }), 'data.customers')).toEqual({
      errors: [{ field: 'companyId', msg: "You don't have access to this company." }],
      data: null,
    })
  })

  it('invites others, who lose access again; the owner does not', async () => {
    const { call, company } = await rig({ platform: 'on' })
    const create = `mutation($companyId: Int!, $data: CompanyUserInsert!) { companyUserCreate(companyId: $companyId, data: $data) { errors { msg } data { userCompanyId userId isOwner user { name } } } }`
    const data = { email: 'joao@example.com', name: 'João', languageId: 1 }
    const made = await call(create, { data })
    expect(at(made, 'data.companyUserCreate.data')).toMatchObject({ isOwner: false, user: { name: 'João' } })
    expect(at(await call(create, { data }), 'data.companyUserCreate.errors')).toHaveLength(1)
    const remove = `mutation($companyId: Int!, $ids: [Int!]!) { companyUserDelete(companyId: $companyId, companyUserId: $ids) { deletedCount elementsCount } }`
    const ids = company.companyUsers.map(({ userCompanyId }) => userCompanyId)
    expect(at(await call(remove, { ids }), 'data.companyUserDelete')).toEqual({
      deletedCount: 1,
      elementsCount: 1,
    })
  })
})

describe('the plan', () => {
  it('tells what is used and what is left', async () => {
    const { call, company } = await rig()
    company.company.limits = [
      { moduleId: 'productsServices.products', resource: 'products', limit: 5, active: true },
      { moduleId: 'entities.customers', resource: 'customers', limit: 1, active: true },
      { moduleId: 'tools.apiClients', resource: null, limit: 0, active: false },
    ]
    const query =
      'query($companyId: Int!) { company(companyId: $companyId) { data { customersCnt limits { moduleId resource limit used remaining active } } } }'
    expect(at(await call(query), 'data.company.data')).toEqual({
      customersCnt: 1,
      limits: [
        {
          moduleId: 'productsServices.products',
          resource: 'products',
          limit: 5,
          used: 0,
          remaining: 5,
          active: true,
        },
        {
          moduleId: 'entities.customers',
          resource: 'customers',
          limit: 1,
          used: 1,
          remaining: 0,
          active: true,
        },
        { moduleId: 'tools.apiClients', resource: null, limit: 0, used: 0, remaining: 0, active: false },
      ],
    })
  })
})

describe('signing up', () => {
  const headers = { 'content-type': 'application/json' }
  const signUp = 'mutation signUpCompany($data: CompanySignUpInput!) { signUpCompany(data: $data) }'
  const data = {
    agent: 'a-partner',
    administratorName: 'Nuria Campos',
    administratorEmail: 'nuria@example.com',
    administratorPwd: 'una-larga',
    vat: 'A58818501',
    name: 'Nueva, S.L.',
    slug: 'nueva',
    countryId: 70,
    languageId: 2,
    conditionsAccepted: true,
    businessAreas: [{ businessAreaId: 1 }],
  }

  it('needs no login and answers bare truth values', async () => {
    const { call, emulator } = await rig()
    const ask = async (query: string, variables = {}) => call(query, variables, { headers })
    const free = 'query($slug: String!, $vat: String!) { getFreeSlug(slug: $slug) getFreeVAT(vat: $vat) }'
    const wanted = { slug: 'nueva', vat: 'A58818501' }
    expect(await ask(free, wanted)).toEqual({ data: { getFreeSlug: true, getFreeVAT: true } })
    expect(await ask(signUp, { data })).toEqual({ data: { signUpCompany: true } })
    expect(await ask(free, wanted)).toEqual({ data: { getFreeSlug: false, getFreeVAT: false } })
    const made = Object.values(emulator.state.companies).at(-1)
    expect(made?.company).toMatchObject({ name: 'Nueva, S.L.', slug: 'nueva', isConfirmed: false })
    expect(made?.taxes.length).toBeGreaterThan(0)
  })

  it('takes no field that is not there', async () => {
    const { send } = await rig()
    expect((await send(signUp, { data: { ...data, colour: 'red' } }, { headers })).status).toBe(400)
  })

  it.each([
    ['a name that is missing', { name: '' }],
    ['conditions that were not accepted', { conditionsAccepted: false }],
    ['a slug that is taken', { slug: 'climatizacion-levante-sl' }],
    ['a tax number that is wrong', { vat: 'A58818502' }],
    ['an e-mail that is known', { administratorEmail: 'lucia.ortega@example.com' }],
  ])('is refused with %s', async (_what, wrong) => {
    const { call, emulator } = await rig()
    expect(await call(signUp, { data: { ...data, ...wrong } }, { headers })).toEqual({
      data: { signUpCompany: false },
    })
    expect(Object.keys(emulator.state.companies)).toHaveLength(1)
  })
})
