import type { Twin } from '../../scripts/crash/twin.ts'
import { workOrder } from '../../src/domain/index.ts'
import type { Change, Store } from '../../src/store/index.ts'

/** A ledger record as it lies in the store. */
interface Stored {
  readonly state: string
  readonly documentId?: number
  readonly workOrder: unknown
  readonly updatedAt: number
  readonly [field: string]: unknown
}

interface Envelope {
  readonly data: Stored
}

const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'object'
const ledgerOf = ({ collection, value }: Pick<Change, 'collection' | 'value'>): Stored | undefined =>
  collection === 'ledger' && isEnvelope(value) && 'state' in value.data ? value.data : undefined

/** The store, watched: what the engine has last read or written of the ledger. */
function watched(store: Store, see: (record: Stored) => void): Store {
  return {
    scan: (collection, query) => store.scan(collection, query),
    async read(collection, keys) {
      const records = await store.read(collection, keys)
      for (const record of records) {
        const found = record && ledgerOf({ collection, value: record.value })
        if (found) see(found)
      }
      return records
    },
    async write(changes) {
      for (const change of changes) {
        const found = ledgerOf(change)
        if (found) see(found)
      }
      return store.write(changes)
    },
  }
}

/** The store with another way to write. */
const withWrite = (store: Store, write: Store['write']): Store => ({
  read: (collection, keys) => store.read(collection, keys),
  scan: (collection, query) => store.scan(collection, query),
  write,
})

const KEY = /WO-[0-9A-Z]{16}/

/** Makes documents without looking whether there is one. */
const withoutLookUp: Twin = ({ store, host, fetch }) => {
  let state = ''
  return {
    host,
    store: watched(store, (record) => {
      state = record.state
    }),
    async fetch(input, init) {
      const request = new Request(input, init)
      const text = await request.clone().text()
      const looks = request.method === 'POST' && !/insert|update|Create|Update/.test(request.url + text)
      const blind = ['', 'planned', 'creating', 'unknown'].includes(state) && KEY.test(text)
      if (!looks || !blind) return fetch(request)
      const body = text.replaceAll(new RegExp(KEY, 'g'), 'WO-0000000000000000')
      return fetch(
        new Request(request.url, { method: 'POST', headers: request.headers, body, signal: request.signal }),
      )
    },
  }
}

/** Tells the host before the document is closed. */
const acknowledgesFirst: Twin = ({ store, host, fetch }, scene) => ({
  host,
  fetch,
  store: withWrite(store, async (changes) => {
    for (const change of changes) {
      const record = ledgerOf(change)
      if (record?.state !== 'closing' || record.documentId === undefined) continue
      await host.workOrders?.acknowledge(workOrder.parse(record.workOrder), {
        platform: scene.account.platform,
        companyId: String(scene.account.companyId),
        kind: 'invoice',
        documentId: record.documentId,
        state: 'closed',
        reference: '',
        totalCents: 0,
      })
    }
    return store.write(changes)
  }),
})

/** Judges an unknown outcome at once. */
const withoutSettling: Twin = ({ store, host, fetch }) => ({
  host,
  fetch,
  store: withWrite(store, (changes) =>
    store.write(
      changes.map((change) => {
        const record = ledgerOf(change)
        if (!record || !['creating', 'unknown'].includes(record.state)) return change
        const index = change.index?.replace(/\d{15}$/, String(record.updatedAt).padStart(15, '0'))
        const value = JSON.parse(
          JSON.stringify({ ...Object(change.value), data: { ...record, due: record.updatedAt } }),
        )
        return { ...change, value, ...(index === undefined ? {} : { index }) }
      }),
    ),
  ),
})

/** Closes its draft without looking whether it is alone. */
const withoutTwinSearch: Twin = ({ store, host, fetch }, { account }) => {
  let seen: Stored | undefined
  return {
    host,
    store: watched(store, (record) => {
      seen = record
    }),
    async fetch(input, init) {
      const request = new Request(input, init)
      const label = await account.label(request)
      const response = await fetch(request)
      const { state, documentId } = seen ?? {}
      if (state !== 'draft' || !account.search.test(label) || !response.ok) return response
      const answer = onlyOwn(JSON.parse(await response.text()), documentId)
      return new Response(JSON.stringify(answer), { status: response.status, headers: response.headers })
    },
  }
}

/** An answer in which the only document is our own. */
function onlyOwn(value: unknown, documentId: number | undefined): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((row: unknown) => idOf(row) === undefined || idOf(row) === documentId)
      .map((row: unknown) => onlyOwn(row, documentId))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, onlyOwn(inner, documentId)]))
}

function idOf(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return undefined
  if ('document_id' in row) return row.document_id
  return 'documentId' in row ? row.documentId : undefined
}

/** Writes links and their cursor in one call, of which any part may survive. */
const linksWithCursor: Twin = ({ store, host, fetch }) => {
  let held: Change[] = []
  return {
    host,
    fetch,
    store: withWrite(store, async (changes) => {
      if (changes[0]?.collection === 'moloniLink') {
        held = [...held, ...changes]
        return changes.map(() => true)
      }
      if (changes[0]?.collection !== 'cursor') return store.write(changes)
      const together = [...changes, ...held]
      held = []
      return (await store.write(together)).slice(0, changes.length)
    }),
  }
}

/** Writes without comparing. */
const withoutComparing: Twin = ({ store, host, fetch }) => ({
  host,
  fetch,
  store: withWrite(store, async (changes) => {
    await store.write(changes.map((change) => ({ ...change, expected: 'any' })))
    return changes.map(() => true)
  }),
})

/** Believes a search that was never seen to find anything. */
const believesSearch: Twin = ({ store, host, fetch }) => ({
  host,
  fetch,
  store: {
    scan: (collection, query) => store.scan(collection, query),
    write: (changes) => store.write(changes),
    async read(collection, keys) {
      const records = await store.read(collection, keys)
      if (collection !== 'lookup') return records
      const value = { format: 1, writer: 'nobody', data: { proven: true, at: 0 } }
      return keys.map((key, at) => records[at] ?? { key, version: 1, value })
    },
  },
})

/** A broken engine, and the trouble that must show it. */
export interface TwinRow {
  readonly name: string
  readonly twin: Twin
  readonly subject: string
  readonly fault: string
  /** What the runs say of it. */
  readonly says: RegExp
}

/** Engines that are broken on purpose. */
export const TWINS: readonly TwinRow[] = [
  {
    name: 'the look-up is removed',
    twin: withoutLookUp,
    subject: 'invoice',
    fault: 'lost',
    says: /twin_documents, not done/,
  },
  {
    name: 'it acknowledges before the document is recorded',
    twin: acknowledgesFirst,
    subject: 'invoice',
    fault: 'none',
    says: /acknowledged with a draft/,
  },
  {
    name: 'there is no settle time',
    twin: withoutSettling,
    subject: 'invoice',
    fault: 'late',
    says: /twin_documents, not done|changed documents/,
  },
  {
    name: 'it closes without a search for twins',
    twin: withoutTwinSearch,
    subject: 'invoice',
    fault: 'copy',
    says: /ended done, not twin_documents/,
  },
  {
    name: 'links and cursor are one write',
    twin: linksWithCursor,
    subject: 'firstImport',
    fault: 'none',
    says: /neither done nor blocked/,
  },
  {
    name: 'it writes without comparing',
    twin: withoutComparing,
    subject: 'invoice',
    fault: 'two',
    says: /twin_documents, not done|more than one document/,
  },
  {
    name: 'it believes a search that is not proven',
    twin: believesSearch,
    subject: 'invoice',
    fault: 'unproven',
    says: /ended done, not outcome_unknown/,
  },
]
