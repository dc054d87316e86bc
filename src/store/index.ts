export { type EncryptedStore, type EncryptedStoreOptions, encryptedStore } from './encrypted-store.ts'
export type { EncryptionKey } from './key-ring.ts'
export { memoryStore } from './memory-store.ts'
export type { Change, ScanPage, ScanQuery, Store, StoredRecord } from './store.ts'
