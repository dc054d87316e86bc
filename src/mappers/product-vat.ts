import type { Issue, Mapped } from '../domain/index.ts'
import type { AccountTables } from './catalogue.ts'

/** What the settings say of the VAT of new products. */
export type ProductVatChoice =
  | { readonly taxId: number }
  | { readonly rate: number }
  | { readonly exemption: string }

/** The VAT that a product gets. */
export type ProductVat = { readonly taxId: number; readonly rate: number } | { readonly exemption: string }

/**
 * The VAT of a new product: the rate that the record states, found among the taxes of the account, else the choice of the settings. Among
 * taxes with one rate that of the account's own zone goes first. A record that states zero needs an exemption.
 *
 * Issues: `push_setting_missing`, `vat_not_in_account`.
 */
export function productVat(
  stated: number | undefined,
  choice: ProductVatChoice | undefined,
  account: Pick<AccountTables, 'taxes' | 'exemptions' | 'exemptionTexts' | 'fiscalZone'>,
): Mapped<ProductVat> {
  const exempt = choice && 'exemption' in choice ? choice : undefined
  const wanted = stated === undefined ? choice : stated === 0 ? exempt : { rate: stated }
  if (!wanted)
    return refused({ code: 'push_setting_missing', severity: 'error', thing: 'push.materials.vat' })
  if ('exemption' in wanted) {
    const known = account.exemptionTexts === true || account.exemptions.includes(wanted.exemption)
    return known
      ? { value: { exemption: wanted.exemption }, issues: [] }
      : refused(notInAccount(wanted.exemption))
  }
  const found = taxOf(wanted, account)
  if (found) return { value: { taxId: found.taxId, rate: found.rate }, issues: [] }
  const thing = 'rate' in wanted ? `${wanted.rate} %` : String(wanted.taxId)
  return refused(notInAccount(thing))
}

function taxOf(
  wanted: { readonly taxId: number } | { readonly rate: number },
  { taxes, fiscalZone = 'PT' }: Pick<AccountTables, 'taxes' | 'fiscalZone'>,
) {
  const vats = taxes.filter(({ kind, basis }) => kind === 'vat' && basis === 'percent')
  if ('taxId' in wanted) return vats.find(({ taxId }) => taxId === wanted.taxId)
  const equal = vats.filter(({ rate, special }) => rate === wanted.rate && special !== true)
  return equal.find((tax) => tax.fiscalZone === fiscalZone) ?? equal[0]
}

const refused = (issue: Issue) => ({ issues: [issue] })

function notInAccount(thing: string): Issue {
  return { code: 'vat_not_in_account', severity: 'error', field: 'vat', thing }
}
