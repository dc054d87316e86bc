import { createPtEmulator, seedInstaller } from 'moloni-sdk/testing'
import { catalogueOf } from '../../start/stages/pt.ts'
import { type Companies, type CompaniesOptions, companyIds, emailOf, PASSWORD } from './companies.ts'

const CLOSED = 1

/** An emulated Moloni Portugal with many companies, which are copies of one. */
export function ptCompanies({ connections, rows }: CompaniesOptions): Companies {
  const ids = companyIds(connections)
  const [first = 0, ...others] = ids
  const users = ids.map((id, i) => ({ username: emailOf(id), password: PASSWORD, userId: i + 1 }))
  const emulator = createPtEmulator({
    login: 'form',
    companies: [{ company_id: first, name: nameOf(first) }],
    credentials: { users },
  })
  const template = seedInstaller(emulator, { customers: rows, products: rows, users: 1 })
  const { state, credentials } = emulator
  const [user] = state.users
  if (!user) throw new Error('The emulator has no user.')
  user.companies = [first]
  for (const [i, id] of others.entries()) {
    const { info, ...tables } = structuredClone(template)
    state.companies[id] = { ...tables, company_id: id, info: { ...info, company_id: id, name: nameOf(id) } }
    state.users.push({ ...user, user_id: i + 2, email: emailOf(id), companies: [id] })
  }
  const { clientId, clientSecret, redirectUris } = credentials
  return {
    emulator,
    application: { clientId, clientSecret, redirectUri: redirectUris[0] ?? '' },
    logins: users.map(({ username, password }, i) => ({
      companyId: ids[i] ?? 0,
      fields: { username, password },
    })),
    catalogue: catalogueOf(template),
    books: (companyId) =>
      (state.companies[companyId]?.documents ?? []).map(({ document_id, our_reference, status }) => ({
        documentId: document_id,
        reference: our_reference,
        closed: status === CLOSED,
      })),
  }
}

const nameOf = (id: number) => `Instalações ${id}, Lda.`
