import { createEsEmulator, type EsCompanyState, seedEsInstaller } from 'moloni-sdk/testing'
import { catalogueOf, HOME } from '../../start/stages/graphql.ts'
import { type Companies, type CompaniesOptions, companyIds, emailOf, PASSWORD } from './companies.ts'

const CLOSED = 1

/** An emulated Moloni Spain or Moloni ON with many companies, which are copies of one. */
export function graphqlCompanies(platform: 'es' | 'on', { connections, rows }: CompaniesOptions): Companies {
  const ids = companyIds(connections)
  const [first = 0, ...others] = ids
  const users = ids.map((id, i) => ({ email: emailOf(id), password: PASSWORD, userId: i + 1 }))
  const emulator = createEsEmulator({
    platform,
    login: 'form',
    companies: [{ companyId: first, name: nameOf(first) }],
    credentials: { users },
  })
  const template = seedEsInstaller(emulator, { customers: rows, products: rows })
  // Every row names its company.
  const text = JSON.stringify(template)
  const { state, credentials } = emulator
  const [user] = state.users
  if (!user) throw new Error('The emulator has no user.')
  for (const [i, id] of others.entries()) {
    const userId = i + 2
    const copy: EsCompanyState = JSON.parse(text.replaceAll(`"companyId":${first}`, `"companyId":${id}`))
    copy.company.name = nameOf(id)
    for (const row of copy.companyUsers) row.userId = userId
    state.companies[id] = copy
    state.users.push({ ...user, userId, email: emailOf(id), companies: [id] })
  }
  const { clientId, clientSecret, redirectUris } = credentials
  return {
    emulator,
    application: { clientId, clientSecret, redirectUri: redirectUris[0] ?? '' },
    logins: users.map(({ email, password }, i) => ({ companyId: ids[i] ?? 0, fields: { email, password } })),
    catalogue: catalogueOf(template, HOME[platform], []),
    books: (companyId) =>
      (state.companies[companyId]?.documents ?? []).map(({ documentId, ourReference, status }) => ({
        documentId: Number(documentId),
        reference: `${ourReference ?? ''}`,
        closed: status === CLOSED,
      })),
  }
}

const nameOf = (id: number) => `Instalaciones ${id}`
