/** What the office knows when it plans jobs. */
export interface Catalogue {
  /** Billable customers. */
  readonly customers: readonly Party[]
  /** A customer whose address nobody filled in. */
  readonly withoutAddress: Party
  /** A customer in a country for which the account has no VAT and no exemption. */
  readonly abroad: Party
  readonly materials: readonly Article[]
  readonly hourTypes: readonly Article[]
  /** What customers pay with; empty where nobody pays on the spot. */
  readonly paymentMethods: readonly string[]
}

export interface Party {
  readonly number: string
  readonly name: string
}

export interface Article {
  readonly code: string
  readonly name: string
}

export const partyOf = ({ number, name }: Party) => ({ debtorNumber: number, name })
