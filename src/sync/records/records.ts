import type { Random } from '../../internal/random.ts'
import type { Store } from '../../store/index.ts'
import { type Collection, collection } from './collection.ts'
import { connectionRecord, loginRecord } from './connection.ts'
import type { engineCollections } from './engine-collections.ts'
import { cursorRecord, hostLinkRecord, moloniLinkRecord, rejectedRowRecord } from './import.ts'
import { leaseRecord } from './lease.ts'
import { documentClaimRecord, ledgerRecord, lookupRecord } from './ledger.ts'
import { pushCursorRecord, pushIntentRecord } from './push.ts'
import { syncReport } from './run.ts'
import { hookMarkRecord, hookPathRecord } from './webhook.ts'

/** Every kind of record that the engine keeps, with the number of its layout. */
export function openRecords(store: Store, random: Random) {
  const open = <T>(
    name: (typeof engineCollections)[number],
    schema: Parameters<typeof collection<T>>[0]['schema'],
  ): Collection<T> => collection<T>({ store, random, name, format: 1, schema })
  return {
    connections: open('connection', connectionRecord),
    logins: open('login', loginRecord),
    cursors: open('cursor', cursorRecord),
    hostLinks: open('hostLink', hostLinkRecord),
    moloniLinks: open('moloniLink', moloniLinkRecord),
    rejectedRows: open('rejectedRow', rejectedRowRecord),
    pushIntents: open('pushIntent', pushIntentRecord),
    pushCursors: open('pushCursor', pushCursorRecord),
    ledger: open('ledger', ledgerRecord),
    documentClaims: open('documentClaim', documentClaimRecord),
    lookups: open('lookup', lookupRecord),
    hookPaths: open('hookPath', hookPathRecord),
    hookMarks: open('hookMark', hookMarkRecord),
    runs: open('run', syncReport),
    leases: open('lease', leaseRecord),
  }
}
export type Records = ReturnType<typeof openRecords>
