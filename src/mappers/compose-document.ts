import type { DocumentKind, DocumentPlan, ExportSettings, Issue, Mapped, PlannedLine, WorkOrder } from '../domain/index.ts'
import { toCents } from '../internal/money.ts'
import type { BillableLine } from './billable-line.ts'
import type { AccountTables, BillingCustomer, CatalogueProduct } from './catalogue.ts'
import { documentDates } from './dates.ts'
import { fiscalZone } from './fiscal-zone.ts'
import { FINAL_CONSUMER } from './tax-number.ts'
import { documentTotals, lineNetCents } from './totals.ts'
import { decideVat } from './vat.ts'

/** Everything that decides what a document looks like. */
export interface ComposeInput {
  readonly workOrder: WorkOrder
  readonly settings: ExportSettings
  /** Default: the kind of the settings. */
  readonly kind?: DocumentKind
  readonly lines: readonly BillableLine[]
  readonly customer: BillingCustomer
  /** By reference. */
  readonly products: ReadonlyMap<string, CatalogueProduct>
  readonly account: AccountTables
  readonly documentSetId: number
  /** Our key, at most 20 characters. */
  readonly reference: string
  /** Today in the company's zone, `YYYY-MM-DD`. */
  readonly today: string
  /** Takes the place of the date that the settings give, for example after a refusal for chronology. */
  readonly date?: string
}

/** The code of the issue when a line's product does not exist. */
const unknownProduct = {
  material: 'unknown_material',
  hours: 'unknown_hour_type',
  travel: 'unknown_travel_product',
} as const

/**
 * The document that a work order becomes. Every issue is collected, not only the first one.
 *
 * Issues: `unknown_material`, `unknown_hour_type`, `unknown_travel_product` (`thing` is the code),
 * `no_price`, `no_vat`, `missing_address`, `nothing_to_bill`, `too_long`; warnings from dates and VAT,
 * `zero_price`, `inactive_product`, `inactive_customer`, `unknown_warehouse`, `fixed_tax`.
 */
export function composeDocument(input: ComposeInput): Mapped<DocumentPlan> {
  const { workOrder, settings, customer, account } = input
  const issues: Issue[] = customerIssues(customer)
  if (input.reference.length > 20)
    issues.push({ code: 'too_long', field: 'reference', severity: 'error', details: { max: 20 } })
  if (input.lines.length === 0) issues.push({ code: 'nothing_to_bill', severity: 'error' })

  const dates = documentDates({
    workOrder,
    settings: settings.dates,
    customer,
    today: input.today,
    date: input.date,
  })
  issues.push(...dates.issues)

  const lines: PlannedLine[] = []
  for (const line of input.lines) {
    const planned = planLine(line, input)
    issues.push(...planned.issues)
    if (planned.value) lines.push(planned.value)
  }
  if (issues.some(({ severity }) => severity === 'error')) return { issues }

  const rounding = settings.rounding === 'account' ? (account.rounding ?? 'document') : settings.rounding
  const notes = printedNotes(workOrder, settings.lines)
  return {
    value: {
      kind: input.kind ?? settings.kind,
      customerId: customer.customerId,
      customerNumber: customer.number,
      documentSetId: input.documentSetId,
      date: dates.date,
      dueDate: dates.dueDate,
      ...(dates.maturityDateId !== undefined && { maturityDateId: dates.maturityDateId }),
      reference: input.reference,
      workOrderNumber: workOrder.number,
      ...(notes && { notes }),
      rounding,
      lines,
      totals: documentTotals(lines, rounding),
    },
    issues,
  }
}

/** Texts that the customer may see; internal ones are never read. */
function printedNotes(workOrder: WorkOrder, settings: ExportSettings['lines']): string {
  const texts = [
    settings.description === 'notes' ? workOrder.description : undefined,
    settings.project === 'notes' ? workOrder.projectNumber : undefined,
  ]
  return texts.flatMap((text) => text?.trim() || []).join('\n')
}

/** The final consumer needs no address for every document: there Moloni itself may refuse (its rule 16). */
function customerIssues({ hasAddress, vatNumber, number, active }: BillingCustomer): Issue[] {
  const issues: Issue[] = []
  if (!hasAddress)
    issues.push({
      code: 'missing_address',
      field: 'customer',
      thing: number,
      severity: vatNumber === FINAL_CONSUMER ? 'warning' : 'error',
    })
  if (!active)
    issues.push({ code: 'inactive_customer', field: 'customer', thing: number, severity: 'warning' })
  return issues
}

function planLine(line: BillableLine, input: ComposeInput): Mapped<PlannedLine> {
  const { workOrder, settings, customer, account } = input
  const product = input.products.get(line.code)
  if (!product)
    return {
      issues: [{ code: unknownProduct[line.kind], field: line.id, thing: line.code, severity: 'error' }],
    }

  const issues: Issue[] = []
  const say = (code: string, severity: Issue['severity'], thing = line.code) =>
    issues.push({ code, field: line.id, thing, severity })

  const unitPrice = line.unitPrice ?? product.price
  if (unitPrice === undefined) say('no_price', 'error')
  else if (toCents(unitPrice) === 0) say('zero_price', 'warning')
  if (!product.active) say('inactive_product', 'warning')

  const warehouse = account.warehouses?.find(({ code }) => code === line.warehouseCode)
  if (line.warehouseCode && !warehouse) say('unknown_warehouse', 'warning', line.warehouseCode)

  const vat = decideVat({
    settings: settings.vat,
    account,
    product,
    customer,
    zone: settings.vat.zoneOf === 'site' ? fiscalZone(workOrder.customer) : customer.fiscalZone,
    vatCode: line.vatCode,
    typeOfWork: workOrder.typeOfWork,
  })
  issues.push(...vat.issues.map((issue) => ({ ...issue, field: line.id })))
  if (!vat.value || unitPrice === undefined) return { issues }

  const { decision, taxes } = vat.value
  if (taxes.some(({ basis }) => basis !== 'percent')) say('fixed_tax', 'warning')
  const amounts = { quantity: line.quantity, unitPrice, discountPercent: line.discountPercent }
  return {
    value: {
      id: line.id,
      kind: line.kind,
      productId: product.productId,
      code: line.code,
      name: line.name ?? product.name,
      ...(line.summary && { summary: line.summary }),
      ...amounts,
      taxes: [...taxes],
      ...(decision.exemption !== undefined && { exemption: decision.exemption }),
      vat: decision,
      ...(warehouse && { warehouseId: warehouse.warehouseId }),
      netCents: lineNetCents(amounts),
    },
    issues,
  }
}
