import type { Issue, Mapped, PlannedLine } from '../domain/index.ts'
import { decimal, toCents } from '../internal/money.ts'
import type { BillableLine } from './billable-line.ts'
import type { CatalogueProduct } from './catalogue.ts'
import type { LineInput } from './compose-input.ts'
import { fiscalZone } from './fiscal-zone.ts'
import { present } from './present.ts'
import { fallbackReference } from './product-references.ts'
import { lineNetCents } from './totals.ts'
import { decideVat } from './vat.ts'
import { lineWithholding } from './withholding.ts'

/** The code of the issue when a line's product does not exist. */
const unknownProduct = {
  material: 'unknown_material',
  hours: 'unknown_hour_type',
  travel: 'unknown_travel_product',
} as const

/** One line of the document; neither a value nor an error when the settings leave it out. */
export function planLine(line: BillableLine, input: LineInput): Mapped<PlannedLine> {
  const { workOrder, settings, customer, account } = input
  const issues: Issue[] = []
  const say = (code: string, severity: Issue['severity'], thing = line.code) =>
    issues.push({ code, field: line.id, thing, severity })

  const booked = bookedProduct(line, input)
  issues.push(...booked.issues)
  if (!booked.value) return { issues }
  const { product, fallback } = booked.value

  // A fallback for materials stands for anything: its own price is that of nothing in particular.
  const unitPrice = line.unitPrice ?? (fallback && line.kind === 'material' ? undefined : product.price)
  const free = unitPrice !== undefined && decimal(unitPrice).eq(0)
  if (free && settings.lines.zeroPrice === 'omit') return { issues: [] }
  if (unitPrice === undefined) say('no_price', 'error')
  else if (toCents(unitPrice) === 0)
    say('zero_price', settings.lines.zeroPrice === 'block' ? 'error' : 'warning')
  if (!product.active) say('inactive_product', 'warning')

  const warehouse = account.warehouses?.find(({ code }) => code === line.warehouseCode)
  if (line.warehouseCode && !warehouse) say('unknown_warehouse', 'warning', line.warehouseCode)

  const withholding = lineWithholding(line, input)
  const vat = decideVat({
    settings: settings.vat,
    account,
    product,
    customer,
    zone: settings.vat.zoneOf === 'site' ? fiscalZone(workOrder.customer) : customer.fiscalZone,
    vatCode: line.vatCode,
    typeOfWork: workOrder.typeOfWork,
  })
  for (const issue of [...withholding.issues, ...vat.issues]) issues.push({ ...issue, field: line.id })
  if (!vat.value || unitPrice === undefined) return { issues }

  const { decision, taxes } = vat.value
  if (taxes.some(({ basis }) => basis !== 'percent')) say('fixed_tax', 'warning')
  const amounts = { quantity: line.quantity, unitPrice, discountPercent: discountOf(line, input) }
  return {
    value: {
      id: line.id,
      kind: line.kind,
      productId: product.productId,
      code: product.reference,
      name: line.name ?? (fallback ? line.code : product.name),
      ...amounts,
      taxes: [...taxes],
      vat: decision,
      ...present({
        summary: line.summary || undefined,
        exemption: decision.exemption,
        warehouseId: warehouse?.warehouseId,
        withholding: withholding.value,
      }),
      netCents: lineNetCents(amounts),
    },
    issues,
  }
}

/** The product that a line is booked on: its own, or the fallback that the settings name. */
function bookedProduct(
  line: BillableLine,
  { products, settings }: LineInput,
): Mapped<{ product: CatalogueProduct; fallback: boolean }> {
  const own = products.get(line.code)
  if (own) return { value: { product: own, fallback: false }, issues: [] }

  const unknown: Issue = {
    code: unknownProduct[line.kind],
    field: line.id,
    thing: line.code,
    severity: 'error',
  }
  const reference = fallbackReference(line.kind, settings.lines)
  if (reference === undefined) return { issues: [unknown] }
  const product = products.get(reference)
  if (!product)
    return {
      issues: [unknown, { code: 'unknown_fallback', field: line.id, thing: reference, severity: 'error' }],
    }
  const warning: Issue = {
    code: 'booked_on_fallback',
    field: line.id,
    thing: line.code,
    severity: 'warning',
    details: { product: reference },
  }
  return { value: { product, fallback: true }, issues: [warning] }
}

function discountOf({ discountPercent }: BillableLine, { settings, customer }: LineInput): number {
  if (discountPercent > 0 || settings.lines.customerDiscount === 'ignore') return discountPercent
  const { discountPercent: card = 0 } = customer
  return card > 0 && card <= 100 ? card : 0
}
