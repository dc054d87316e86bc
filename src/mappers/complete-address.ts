interface Address {
  readonly street: string | undefined
  readonly city: string | undefined
  readonly postalCode: string | undefined
  readonly country: string | undefined
}

/** Whether an address has all that a document needs. A postal code is asked for in the account's own country only. */
export function isCompleteAddress(
  { street, city, postalCode, country = '' }: Address,
  home: string,
): boolean {
  const abroad = country !== '' && country !== home
  return Boolean(street && city && (postalCode || abroad))
}
