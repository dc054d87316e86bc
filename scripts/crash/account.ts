import type { DocumentKind, SettingsInput, WorkOrder } from '../../src/domain/index.ts'
import type { Clock } from '../../src/internal/clock.ts'
import type { Platform } from '../../src/oauth/index.ts'
import type { SyncEngineOptions } from '../../src/sync/index.ts'
import type { Faults } from '../../src/testing/index.ts'

/** A document, as it stands in the emulator's own state. */
export interface SeenDocument {
  readonly id: number
  readonly status: 'draft' | 'closed' | 'annulled'
  /** Both reference fields. */
  readonly references: readonly string[]
  /** What the customer pays. */
  readonly cents: number
  /** Whether it is a credit note. */
  readonly credit: boolean
  /** All of it. */
  readonly text: string
}

/** What a person does in Moloni with a document. */
export type Act = 'delete' | 'edit' | 'copy' | 'close' | 'annul'

/** A line as it is billed, in whole numbers: the crash program adds up for itself. */
export interface BilledLine {
  /** Hundredths of a unit. */
  readonly quantity: bigint
  /** Tenths of a cent. */
  readonly price: bigint
  /** Percent. */
  readonly discount: bigint
  /** Percent. */
  readonly rate: bigint
}

/** A work order over the account's data, with what its document must amount to. */
export interface Bill {
  readonly workOrder: Pick<WorkOrder, 'customer' | 'materials' | 'workPeriods'>
  readonly lines: readonly BilledLine[]
}

/** A row of a list that imports read. */
export interface ListedRow {
  readonly id: string
  /** Number or reference. */
  readonly code: string
  readonly name: string
}

export type ListName = 'customers' | 'products'

/** An emulated Moloni with one company, as the crash program needs it: always the emulator's own state, no answers. */
export interface Account {
  readonly platform: Platform
  readonly companyId: number
  readonly faults: Faults
  /** What programs log in as. */
  readonly application: {
    readonly clientId: string
    readonly clientSecret: string
    readonly redirectUri: string
  }
  /** Settings that the account's documents need, by kind. */
  settings(kind: DocumentKind): SettingsInput
  /** The engine's options beside the ports. */
  engine(parts: {
    readonly fetch: typeof globalThis.fetch
    readonly clock: Clock
  }): Pick<SyncEngineOptions, 'oauth' | 'clients'>
  fetch(request: Request): Promise<Response>
  /** What the emulator calls a request. */
  label(request: Request): Promise<string>
  /** Requests that look for documents by our key. */
  readonly search: RegExp
  /** Requests that make or close a document. */
  readonly writing: RegExp
  readonly bill: Bill
  documents(): SeenDocument[]
  /** Answers the id of a document that the act made. */
  act(act: Act, documentId: number): number | undefined
  list(name: ListName): ListedRow[]
  /** A person changes a row of a list, or makes one (without an id). */
  change(list: ListName, id: string | undefined, name: string): void
  /** Whether a refresh token is still good. */
  knowsLogin(refreshToken: string): boolean
  save(): string
  /** Goes back to a saved state, with another clock, without faults. */
  restore(saved: string, clock: Clock): void
}

/** Opens an account with a few customers and products. */
export type OpenAccount = (clock: Clock) => Account
