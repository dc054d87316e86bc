import { credentialsOf, type EsBehaviour, type EsEmulatorOptions } from '../options.ts'
import type { EsState } from '../state.ts'
import { newCompany } from './company.ts'

/** A state with one user and their companies, each set up as a new account is. */
export function initialState(options: EsEmulatorOptions, behaviour: EsBehaviour): EsState {
  const { platform, seed } = behaviour
  const on = platform === 'on'
  const [user] = credentialsOf(options).users
  const userId = user?.userId ?? 1
  const email = user?.email ?? 'someone@example.com'
  const companies = options.companies ?? [
    on
      ? { companyId: 61_204, name: 'Frio e Calor, Lda.' }
      : { companyId: 8_317, name: 'Climatización Levante, S.L.' },
  ]
  const state: EsState = {
    format: 1,
    platform,
    nextId: 10_000,
    random: seed,
    users: [
      {
        userId,
        name: on ? 'Rita Moreira' : 'Lucía Ortega',
        email,
        languageId: on ? 1 : 2,
        companies: companies.map(({ companyId }) => companyId),
      },
    ],
    companies: {},
    auth: { codes: [], accessTokens: [], refreshTokens: [], apiKeys: [...credentialsOf(options).apiKeys] },
    media: {},
    mediaTokens: [],
    late: [],
  }
  for (const company of companies) {
    state.companies[company.companyId] = newCompany(state, company, userId, behaviour)
  }
  return state
}
