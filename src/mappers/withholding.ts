import type { Mapped, PlannedWithholding } from '../domain/index.ts'
import { accountCountry } from './account-country.ts'
import type { BillableLine } from './billable-line.ts'
import type { LineSettings } from './billable-lines.ts'
import type { LineInput } from './compose-input.ts'
import { isCompanyTaxNumber } from './tax-number.ts'

const blockOf = { material: 'materials', hours: 'hours', travel: 'travel' } as const

/** Whether the settings name any withholding: only then the account's ones are needed. */
export function namesWithholding({ withholding }: LineSettings): boolean {
  const { products, materials, hours, travel } = withholding
  return [...Object.values(products), materials, hours, travel].some((id) => id !== undefined && id > 0)
}

/**
 * The withholding of a line, as the settings name it for the product or the kind of line. None on kinds of documents
 * that have none, and none for customers who do not withhold.
 *
 * Issues: `unknown_withholding` (the account has none with that id).
 */
export function lineWithholding(
  { kind: lineKind, code }: BillableLine,
  { settings, account, customer, kind }: LineInput,
): Mapped<PlannedWithholding> {
  const { products, customers, ...kinds } = settings.lines.withholding
  const id = Object.hasOwn(products, code) ? products[code] : kinds[blockOf[lineKind]]
  if (!id || (account.withholdingOn && !account.withholdingOn.includes(kind))) return { issues: [] }
  if (customers === 'companies' && !isCompanyTaxNumber(customer.vatNumber, accountCountry(account)))
    return { issues: [] }
  const found = account.withholdings?.find(({ withholdingId }) => withholdingId === id)
  return found
    ? { value: { withholdingId: id, rate: found.rate }, issues: [] }
    : { issues: [{ code: 'unknown_withholding', thing: String(id), severity: 'error' }] }
}
