import type { Settings } from '../domain/index.ts'
import type { Clock } from '../internal/clock.ts'
import type { Logger } from '../internal/logger.ts'
import type { Random } from '../internal/random.ts'
import type { EngineEvent } from './events.ts'
import type { MoloniPlatform } from './platforms/platform.ts'
import type { Host } from './ports/host.ts'
import type { ConnectionRecord } from './records/connection.ts'
import type { Records } from './records/records.ts'

/** Everything that one run on one connection works with. */
export interface Work {
  readonly connection: ConnectionRecord & { readonly companyId: string }
  /** Tenant, platform and company: the beginning of every key. */
  readonly scope: string
  readonly settings: Settings
  readonly platform: MoloniPlatform
  readonly host: Host
  readonly records: Records
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly signal: AbortSignal | undefined
  emit(event: EngineEvent): void
  /** Called between steps: shows that the run lives and stops it when it was aborted. */
  beat(): Promise<void>
}
