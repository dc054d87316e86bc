export type { CallOptions } from './client/caller.ts'
export {
  createOutsmartClient,
  type OutsmartClient,
  type OutsmartClientOptions,
  type OutsmartHooks,
} from './client/client.ts'
export type { LifeStatus } from './client/work-order-endpoints.ts'
export { type OutsmartHost, type OutsmartHostOptions, outsmartHost } from './host/host.ts'
export { type OutsmartSettings, type OutsmartSettingsInput, outsmartSettings } from './host/settings.ts'
export type { OutsmartSink } from './host/sink.ts'
