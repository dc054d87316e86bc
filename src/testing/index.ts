export type { ConformanceCheck } from './conformance/check.ts'
export { type HostFixture, hostConformance } from './conformance/host.ts'
export {
  type SchedulerConformanceOptions,
  type SchedulerHandles,
  schedulerConformance,
} from './conformance/scheduler.ts'
export { type StoreHandles, storeConformance } from './conformance/store.ts'
export type { EsDocumentPerson } from './es/documents/person.ts'
export type { DocumentRow as EsDocumentRow } from './es/documents/row.ts'
export { createEsEmulator, type EsEmulator } from './es/emulator.ts'
export type { EsHookOptions, EsHooks, HookDelivery } from './es/hooks/deliveries.ts'
export type { EsCredentials, EsEmulatorOptions } from './es/options.ts'
export type { EsPerson } from './es/person.ts'
export { seedEsInstaller } from './es/seed/installer.ts'
export type { CompanyState as EsCompanyState, EsState, Row as EsRow } from './es/state.ts'
export type { EmulatorClock } from './http/clock.ts'
export type { Emulator } from './http/emulator.ts'
export type { Fault, FaultPlan, Faults, When } from './http/faults.ts'
export { mswHandlers } from './http/msw.ts'
export type { LoggedRequest } from './http/request-log.ts'
export { type Served, serve } from './http/serve.ts'
export { createOutsmartEmulator, type OutsmartEmulator } from './outsmart/emulator.ts'
export type { OutsmartCredentials, OutsmartEmulatorOptions } from './outsmart/options.ts'
export {
  type OutsmartInstallerSeed,
  seedOutsmartBasics,
  seedOutsmartInstaller,
} from './outsmart/seed/installer.ts'
export { type OutsmartWorkOrderSeed, seedOutsmartWorkOrders } from './outsmart/seed/work-orders.ts'
export type {
  OutsmartState,
  Row as OutsmartRow,
  WorkOrderRow as OutsmartWorkOrderRow,
} from './outsmart/state.ts'
export { createPtEmulator, type PtEmulator } from './pt/emulator.ts'
export type { PtCredentials, PtEmulatorOptions } from './pt/options.ts'
export { type InstallerSeed, seedInstaller } from './pt/seed/installer.ts'
export type { CompanyState, DocumentRow, LineRow, PtState, Row } from './pt/state.ts'
