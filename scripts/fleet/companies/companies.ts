import type { Emulator } from 'moloni-sdk/testing'
import type { Catalogue } from '../../start/catalogue.ts'

/** One Moloni with many companies, each with one user. */
export interface Companies {
  readonly emulator: Pick<Emulator, 'fetch' | 'requests'>
  /** The application that all of them log in through. */
  readonly application: {
    readonly clientId: string
    readonly clientSecret: string
    readonly redirectUri: string
  }
  readonly logins: readonly Login[]
  /** What the offices plan jobs over: all companies have the same. */
  readonly catalogue: Catalogue
  /** All documents of a company, read straight from the emulator's books. */
  books(companyId: number): BookedDocument[]
}

/** What somebody types into the login page, by field, and the company that it leads to. */
export interface Login {
  readonly companyId: number
  readonly fields: Readonly<Record<string, string>>
}

export interface BookedDocument {
  readonly documentId: number
  readonly reference: string
  readonly closed: boolean
}

export interface CompaniesOptions {
  readonly connections: number
  readonly rows: number
}

export const companyIds = (connections: number) => Array.from({ length: connections }, (_, i) => 300_001 + i)
export const emailOf = (companyId: number) => `office-${companyId}@example.com`
export const PASSWORD = 'one-for-all'
