/**
 * Every collection of the store that the engine and its logins write, for what goes over all of them: `rewrap` after a change of
 * keys, a backup, a count. `outsmartHost` keeps one of its own, `outsmart`.
 *
 * @example
 * for (const name of engineCollections) await store.rewrap(name)
 */
export const engineCollections = [
  'connection',
  'login',
  'tokens',
  'cursor',
  'hostLink',
  'moloniLink',
  'rejectedRow',
  'pushIntent',
  'pushCursor',
  'ledger',
  'documentClaim',
  'lookup',
  'hookPath',
  'hookMark',
  'run',
  'lease',
] as const
