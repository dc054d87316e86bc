import type { Clock } from '../../../src/internal/clock.ts'
import { createOAuth } from '../../../src/oauth/index.ts'
import {
  createEsEmulator,
  type EsCompanyState,
  type EsEmulator,
  type EsRow,
  seedEsInstaller,
} from '../../../src/testing/index.ts'
import type { Account, Bill, SeenDocument } from '../account.ts'
import { billOver } from './bill-over.ts'
import { emulatorClock } from './emulator-clock.ts'

const REDIRECT = 'https://example.com/callback'
const ids = { customers: 'customerId', products: 'productId' } as const
const codes = { customers: 'number', products: 'reference' } as const

/** Moloni Spain or Moloni ON. */
export function esAccount(platform: 'es' | 'on', clock: Clock): Account {
  const time = emulatorClock(clock)
  const credentials = { redirectUris: [REDIRECT] }
  const emulator = createEsEmulator({ platform, clock: time, operations: 'all', credentials })
  seedEsInstaller(emulator, { customers: 3, products: 6 })
  const { state } = emulator
  const { clientId, clientSecret } = emulator.credentials
  const application = { clientId, clientSecret, redirectUri: REDIRECT }
  const companyId = Number(Object.keys(state.companies)[0])
  const company = () => {
    const found = state.companies[companyId]
    if (!found) throw new Error('The company is gone.')
    return found
  }

  return {
    platform,
    companyId,
    faults: emulator.faults,
    application,
    search: /^(invoices|purchaseOrders|invoiceReceipts)$/,
    writing: /(Create|Update)$/,
    bill: billOf(emulator, company()),
    settings: (kind) =>
      kind === 'invoiceReceipt'
        ? { exports: { payments: { fallback: Number(company().paymentMethods[0]?.paymentMethodId) } } }
        : {},
    engine({ fetch, clock }) {
      return {
        oauth: { [platform]: createOAuth({ platform, ...application, clock, fetch: (it) => fetch(it) }) },
        clients: { [platform]: { budget: false } },
      }
    },
    fetch: (request) => emulator.fetch(request),
    label,
    documents: () =>
      company().documents.map((row) => ({
        id: Number(row.documentId),
        status: statusOf(row),
        references: [String(row.ourReference ?? ''), String(row.yourReference ?? '')],
        cents: Math.round(Number(row.totalValue) * 100),
        credit: false,
        get text() {
          return JSON.stringify(row)
        },
      })),
    act(act, documentId) {
      const { documents } = company()
      const row = documents.find((one) => one.documentId === documentId)
      if (!row) throw new Error(`There is no document ${documentId}.`)
      if (act === 'delete') documents.splice(documents.indexOf(row), 1)
      if (act === 'edit') row.totalValue = Math.round(Number(row.totalValue) * 100 + 100) / 100
      if (act === 'close') emulator.person.documents.close(documentId)
      if (act === 'annul') row.nullified = true
      return act === 'copy' ? Number(emulator.person.documents.copy(documentId).documentId) : undefined
    },
    list: (name) =>
      company()[name].map((row) => ({
        id: String(row[ids[name]]),
        code: String(row[codes[name]]),
        name: String(row.name),
      })),
    change(name, id, text) {
      if (id !== undefined) {
        emulator.person.change(name, Number(id), { name: text })
        return
      }
      const model = company()[name].at(-1)
      if (!model) throw new Error('There is no row to copy.')
      const number = name === 'customers' ? { number: text, vat: '' } : { reference: text }
      emulator.person.create(name, { ...copied(model), ...number, name: text })
    },
    knowsLogin: (refreshToken) =>
      state.auth.refreshTokens.some(
        ({ token, expires, spentAt }) =>
          token === refreshToken && spentAt === undefined && expires > emulator.now(),
      ),
    save: () => JSON.stringify(state),
    restore(saved, clock) {
      Object.assign(state, JSON.parse(saved))
      time.follow(clock)
      emulator.faults.clear()
    },
  }
}

/** The root field of a GraphQL request, or the last part of the address. */
async function label(request: Request): Promise<string> {
  const path = new URL(request.url).pathname
  if (request.method !== 'POST' || !/\/v1\/?$/.test(path))
    return path.split('/').filter(Boolean).at(-1) ?? path
  return /^[^{]*\{\s*(\w+)/.exec(queryOf(await request.clone().text()))?.[1] ?? path
}

function queryOf(text: string): string {
  const body: unknown = JSON.parse(text)
  return typeof body === 'object' && body !== null && 'query' in body ? String(body.query) : ''
}

function statusOf({ status, nullified }: EsRow): SeenDocument['status'] {
  if (nullified === true) return 'annulled'
  return status === 1 ? 'closed' : 'draft'
}

/** What a person would fill in again. */
function copied({ customerId, productId, companyId, createdAt, updatedAt, ...fields }: EsRow): EsRow {
  return structuredClone(fields)
}

function billOf({ state }: EsEmulator, company: EsCompanyState): Bill {
  const home = state.platform === 'es' ? 70 : 1
  const customer = company.customers.find(
    ({ countryId, vat }) => countryId === home && vat && vat !== '999999990',
  )
  const rateOf = ({ taxes }: EsRow) => {
    const [tax] = Array.isArray(taxes) ? taxes : []
    return BigInt(tax && typeof tax === 'object' && !Array.isArray(tax) ? Number(tax.value ?? 0) : 0)
  }
  const [first, , , hours] = company.products
  const reduced = state.platform === 'es' ? 10n : 13n
  const second = company.products.find((product) => rateOf(product) === reduced)
  if (!customer || !first || !second || !hours) throw new Error('The data are not as expected.')
  return billOver({ customer, products: { first, second, hours }, rateOf })
}
