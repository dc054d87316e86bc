import type { Clock } from '../../../src/internal/clock.ts'
import { createOAuth } from '../../../src/oauth/index.ts'
import {
  createPtEmulator,
  type DocumentRow,
  type PtEmulator,
  seedInstaller,
} from '../../../src/testing/index.ts'
import type { Account, Bill } from '../account.ts'
import { billOver } from './bill-over.ts'
import { emulatorClock } from './emulator-clock.ts'

const STATUS = ['draft', 'closed', 'annulled'] as const
const CREDIT_NOTE = 3
const REDIRECT = 'https://example.com/callback'
const ids = { customers: 'customer_id', products: 'product_id' } as const
const codes = { customers: 'number', products: 'reference' } as const

/** Moloni Portugal. */
export function ptAccount(clock: Clock): Account {
  const time = emulatorClock(clock)
  const emulator = createPtEmulator({ clock: time, credentials: { redirectUris: [REDIRECT] } })
  seedInstaller(emulator, { customers: 3, products: 4, users: 1 })
  const { state } = emulator
  const { clientId, clientSecret } = emulator.credentials
  const application = { clientId, clientSecret, redirectUri: REDIRECT }
  const companyId = Number(Object.keys(state.companies).find((id) => id !== '5'))
  const company = () => {
    const found = state.companies[companyId]
    if (!found) throw new Error('The company is gone.')
    return found
  }
  const rowOf = (documentId: number): DocumentRow => {
    const found = company().documents.find(({ document_id }) => document_id === documentId)
    if (!found) throw new Error(`There is no document ${documentId}.`)
    return found
  }

  return {
    platform: 'pt',
    companyId,
    faults: emulator.faults,
    application,
    search: /^documents\/getAll$/,
    writing: /\/(insert|update)$/,
    bill: billOf(emulator, companyId),
    settings: (kind) =>
      kind === 'invoiceReceipt'
        ? {
            exports: {
              payments: { fallback: Number(company().paymentMethods[0]?.payment_method_id) },
            },
          }
        : {},
    engine({ fetch, clock }) {
      return {
        oauth: { pt: createOAuth({ platform: 'pt', ...application, clock, fetch: (it) => fetch(it) }) },
        clients: { pt: { budget: false } },
      }
    },
    fetch: (request) => emulator.fetch(request),
    label: async (request) => new URL(request.url).pathname.replace(/^\/v\d\//, '').replace(/\/$/, ''),
    documents: () =>
      company().documents.map((row) => ({
        id: row.document_id,
        status: STATUS[row.status] ?? 'annulled',
        references: [String(row.our_reference ?? ''), String(row.your_reference ?? '')],
        cents: Math.round(row.net_value * 100),
        credit: row.document_type_id === CREDIT_NOTE,
        get text() {
          return JSON.stringify(row)
        },
      })),
    act(act, documentId) {
      const row = rowOf(documentId)
      const { documents } = company()
      if (act === 'delete') documents.splice(documents.indexOf(row), 1)
      if (act === 'edit') row.net_value = Math.round(row.net_value * 100 + 100) / 100
      if (act === 'close') Object.assign(row, { status: 1, number: 900 })
      if (act === 'annul') row.status = 2
      row.lastmodified = emulator.now()
      if (act !== 'copy') return undefined
      state.nextId += 1
      documents.push({ ...structuredClone(row), document_id: state.nextId, status: 0, number: -1 })
      return state.nextId
    },
    list: (name) =>
      company()[name].map((row) => ({
        id: String(row[ids[name]]),
        code: String(row[codes[name]]),
        name: String(row.name),
      })),
    change(name, id, text) {
      const rows = company()[name]
      const now = emulator.now()
      const row = rows.find((one) => String(one[ids[name]]) === id)
      if (row) {
        Object.assign(row, { name: text, lastmodified: now })
        return
      }
      const model = rows.at(-1)
      if (!model) throw new Error('There is no row to copy.')
      state.nextId += 1
      const number = name === 'customers' ? { number: text, vat: '999999990' } : { reference: text }
      rows.push({
        ...structuredClone(model),
        ...number,
        [ids[name]]: state.nextId,
        name: text,
        lastmodified: now,
      })
    },
    knowsLogin: (refreshToken) =>
      state.oauth.refreshTokens.some(
        ({ token, expires, spent }) => token === refreshToken && !spent && expires > emulator.now(),
      ),
    save: () => JSON.stringify(state),
    restore(saved, clock) {
      Object.assign(state, JSON.parse(saved))
      time.follow(clock)
      emulator.faults.clear()
    },
  }
}

function billOf({ state }: PtEmulator, companyId: number): Bill {
  const company = state.companies[companyId]
  const customer = company?.customers.find(
    ({ address, zip_code, vat }) => address && zip_code && vat !== '999999990',
  )
  const [first, , second, hours] = company?.products ?? []
  if (!company || !customer || !first || !second || !hours) throw new Error('The data are not as expected.')
  const rateOf = (product: typeof first) => {
    const [tax] = Array.isArray(product.taxes) ? product.taxes : []
    const id = tax && typeof tax === 'object' && !Array.isArray(tax) ? tax.tax_id : undefined
    return BigInt(Number(company.taxes.find(({ tax_id }) => tax_id === id)?.value ?? 0))
  }
  return billOver({ customer, products: { first, second, hours }, rateOf })
}
