export { createOutsmartClient, type OutsmartClient, type OutsmartClientOptions } from './client/client.ts'
