export { memoryStore } from './memory-store.ts'
export type { Change, ScanPage, ScanQuery, Store, StoredRecord } from './store.ts'
