import type { AccountTables } from './catalogue.ts'

/** ISO 3166-1 alpha-2 of the account, by its fiscal zone; Portugal when the account shows none. */
export const accountCountry = ({ fiscalZone }: Pick<AccountTables, 'fiscalZone'>): string =>
  fiscalZone?.slice(0, 2) ?? 'PT'
