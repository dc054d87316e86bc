import type { Host, Store, WorkOrder } from 'moloni-sdk'

/** The software in which the firm plans its work: the other side of the synchronisation. */
export interface Office {
  readonly host: Host
  /** Where it listens, if it is a program of its own. */
  readonly place?: string
  /** Adds completed work orders, as technicians leave them. */
  addWorkOrders(workOrders: readonly WorkOrder[]): void
  /** What it holds of a customer, by number; undefined when there is none, or none that is active. */
  relation(number: string): { readonly name: string; readonly city: string } | undefined
  /** The same of a material, by code. */
  material(code: string): { readonly description: string } | undefined
  /** All that it took over from Moloni, as text that can be compared. */
  held(): string
  /** What is in the books of the emulated OutSmart. */
  books?(): OutsmartBooks
  /** All that it holds, as text to go on from. */
  save(): string
  close(): Promise<void>
}

export interface OutsmartBooks {
  readonly relations: number
  readonly materials: number
  readonly categories: number
  readonly hourTypes: number
  readonly employees: number
  readonly workOrders: {
    /** Moved to `Afgehandeld`. */
    readonly acknowledged: number
    /** Moved there more than once. */
    readonly acknowledgedAgain: number
    /** Complete still, with work status 99. */
    readonly failed: number
    /** Complete still, and nobody has said why. */
    readonly open: number
  }
}

/** Opens an office on the engine's store, anew or with what one has saved. */
export type OpenOffice = (store: Store, saved?: string) => Promise<Office>
