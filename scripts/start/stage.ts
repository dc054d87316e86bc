import type { Platform } from 'moloni-sdk'
import type { EsCompanyState, EsEmulator } from 'moloni-sdk/testing'
import type { Catalogue } from './catalogue.ts'

/** An emulated Moloni with the data of an installation firm. */
export interface Stage {
  readonly platform: Platform
  readonly emulator: Pick<EsEmulator, 'fetch' | 'requests'>
  /** The application that logs in. */
  readonly application: {
    readonly clientId: string
    readonly clientSecret: string
    readonly redirectUri: string
  }
  readonly catalogue: Catalogue
  /** Moloni's ids of what customers pay with. */
  readonly paymentMethods: Readonly<Record<string, number>>
  /** Documents beyond the first that carry the same reference of ours, counted in the emulator's own books. */
  duplicates(): number
  /** The emulator's books, as text to go on from. */
  save(): string
  /** Where Moloni tells of changes. */
  readonly telling?: Telling
}

/** A Moloni that tells of changes. */
export interface Telling {
  readonly emulator: EsEmulator
  readonly company: EsCompanyState
  /** There on accounts that hold something back: from now on this one tells of everything. */
  tellEverything?(): void
}

/** How many texts are there more than once, empty ones left out. */
export function repeated(texts: readonly string[]): number {
  const given = texts.filter((text) => text !== '')
  return given.length - new Set(given).size
}
