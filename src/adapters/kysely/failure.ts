import * as z from 'zod'
import {
  ContractError,
  isMoloniError,
  type MoloniError,
  NetworkError,
  UsageError,
} from '../../errors/index.ts'

/** What is read of a driver's error. Its text, its statement and its details never leave this file: they hold values. */
const driverError = z.object({
  code: z.string().optional().catch(undefined),
  errno: z.union([z.number(), z.string()]).optional().catch(undefined),
  message: z.string().catch(''),
})

/** Deadlocks, lost serialisation and locks that took too long: the statement was undone as a whole. */
const BUSY = new Set([
  '40P01',
  '40001',
  '55P03',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_RECOVERY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_BUSY_TIMEOUT',
  'SQLITE_LOCKED',
  'SQLITE_LOCKED_SHAREDCACHE',
])
/** Two migrations at once, in PostgreSQL: the later one finds everything there. */
const MADE_MEANWHILE = new Set(['23505', '42P07', '42710'])
const NO_TABLE = new Set(['42P01', '3F000', 'ER_NO_SUCH_TABLE', 'ER_BAD_DB_ERROR'])
const NOT_ALLOWED = new Set([
  '42501',
  '28000',
  '28P01',
  '25006',
  'ER_ACCESS_DENIED_ERROR',
  'ER_DBACCESS_DENIED_ERROR',
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_OPTION_PREVENTS_STATEMENT',
  'SQLITE_READONLY',
  'SQLITE_PERM',
  'SQLITE_AUTH',
])
/** Classes of PostgreSQL for lost connections, exhausted servers and a stop by the operator. */
const UNREACHABLE = /^(08|53|57)...$|^E[A-Z]+$|^EAI_|^PROTOCOL_|^ER_CON_COUNT_ERROR$|^ER_SERVER_SHUTDOWN$/

/** Whether the same statement may succeed in a moment, having changed nothing. */
export function isBusy(error: unknown): boolean {
  return BUSY.has(codeOf(error))
}

export function wasMadeMeanwhile(error: unknown): boolean {
  return isBusy(error) || MADE_MEANWHILE.has(codeOf(error))
}

/** An error of this library for whatever the database or its driver said. */
export function failureOf(error: unknown): MoloniError {
  if (isMoloniError(error)) return error
  const code = codeOf(error)
  const { message } = driverError.catch({ message: '' }).parse(error)
  if (BUSY.has(code)) {
    return new NetworkError(`The database stayed busy (${code}).`, {
      code: 'store_busy',
      hint: 'Try again later; if it goes on, look for long transactions on the table of the store.',
    })
  }
  if (NO_TABLE.has(code) || /no such table/.test(message)) {
    return new UsageError('The table of the store is not there.', {
      code: 'store_not_migrated',
      hint: 'Call migrate() of the store once, or check its option table.',
    })
  }
  if (NOT_ALLOWED.has(code)) {
    return new UsageError(`The database refuses the store (${code}).`, {
      code: 'store_refused',
      hint: 'The user of the pool must read and write the table, on a server that takes writes.',
    })
  }
  if (code === '' || UNREACHABLE.test(code)) {
    return new NetworkError(`The database did not answer${code === '' ? '' : ` (${code})`}.`, {
      code: 'store_unreachable',
      hint: 'Whether a write had its effect is unknown: read the records again.',
    })
  }
  return new ContractError(`The database failed on a statement of the store (${code}).`, 'store_failed', [], {
    hint: 'Look the code up in the manual of the database; nothing of the statement remains.',
  })
}

function codeOf(error: unknown): string {
  const { code, errno } = driverError.catch({ message: '' }).parse(error)
  return code ?? String(errno ?? '')
}
