import type { ExportSettings, Mapped, WorkOrder, WorkOrderParty } from '../domain/index.ts'

/** Who is billed. */
export interface BilledParty {
  readonly role: 'billTo' | 'site'
  readonly debtorNumber: string
  readonly party: WorkOrderParty
}

/**
 * The party that a work order is billed to. With `billToFirst` the site is billed only when no other payer is
 * stated: a bill-to party with a name or tax number of its own but without a number blocks, because billing
 * the site instead would be wrong.
 *
 * Issues: `no_customer` (the party has no debtor number; `thing` is its name).
 */
export function selectParty(
  workOrder: Pick<WorkOrder, 'customer' | 'billTo'>,
  rule: ExportSettings['party'],
): Mapped<BilledParty> {
  const { customer: site, billTo } = workOrder
  const payer =
    rule === 'billToFirst' && billTo && (numberOf(billTo) || differs(billTo, site)) ? billTo : undefined
  const role = payer ? 'billTo' : 'site'
  const party = payer ?? site
  const debtorNumber = numberOf(party)
  if (debtorNumber) return { value: { role, debtorNumber, party }, issues: [] }

  const field = payer ? 'billTo.debtorNumber' : 'customer.debtorNumber'
  const thing = party.name?.trim()
  return { issues: [{ code: 'no_customer', field, ...(thing && { thing }), severity: 'error' }] }
}

const numberOf = (party: WorkOrderParty) => party.debtorNumber?.trim() || undefined

/** Whether the payer is somebody else than the site, as far as the texts tell. */
function differs(payer: WorkOrderParty, site: WorkOrderParty): boolean {
  const other = (a: string | undefined, b: string | undefined) => !!a?.trim() && a.trim() !== b?.trim()
  return other(payer.name, site.name) || other(payer.vatNumber, site.vatNumber)
}
