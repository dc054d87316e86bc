import type { JsonObject } from '../../http/json.ts'
import { timeText } from '../dates.ts'
import { globalIdFields, globalTable } from '../globals/tables.ts'
import { storeImage } from '../media/images.ts'
import { type CompanyCall, num, object, objects, text } from '../operation.ts'
import { newRow } from '../rows.ts'
import { findRow, takeId } from '../state.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { buildLines } from './lines.ts'
import { partySnapshot } from './party.ts'
import { buildPayments } from './payments.ts'
import type { DocumentRow, Relation } from './row.ts'
import { exchanged, totalsOf } from './totals.ts'

/** An empty draft. */
export function blankDocument(call: CompanyCall, kind: DocumentKind): DocumentRow {
  const { company, state } = call
  return newRow(call, {
    documentId: takeId(state),
    documentTypeId: kind.typeId,
    companyId: company.companyId,
    documentSetId: 0,
    documentSetName: '',
    fiscalZone: text(object(company.company, 'fiscalZone'), 'fiscalZone'),
    documentCalculationsMode: num(company.company, 'documentCalculationsMode'),
    number: null,
    date: timeText(call.now),
    year: 0,
    status: 0,
    suspended: false,
    nullified: false,
    visible: 1,
    yourReference: '',
    ourReference: '',
    notes: '',
    notesRelatedDocs: '',
    globalDiscount: 0,
    financialDiscount: 0,
    ...totalsOf([], { global: 0, financial: 0 }, 0, 0).totals,
    currencyExchangeTotalValue: 0,
    reconciledValue: 0,
    products: [],
    taxes: [],
    payments: [],
    relatedWith: [],
    told: {},
    hash: null,
    hashControl: null,
    downloads: 0,
    pdfPath: null,
    pdfDue: null,
    created: signature(call),
    updated: signature(call),
  })
}

/** Who writes, and when. */
export function signature({ now, user }: CompanyCall): JsonObject {
  return { date: timeText(now), userId: user.userId, username: user.name }
}

/** Fields that are not stored as they were sent. */
const notCopied: ReadonlySet<string> = new Set([
  'documentId',
  'status',
  'nullified',
  'products',
  'payments',
  'relatedIn',
  'relatedWith',
  'countryId',
  'retentionsValue',
  'file',
  'totalValue',
])

/** Puts the sent fields into a draft: snapshots, lines and totals follow. What was not sent keeps its value. */
export function applyFields(call: CompanyCall, kind: DocumentKind, row: DocumentRow, sent: JsonObject): void {
  if (sent.currencyExchangeId !== undefined) row.currencyExchangeExchange = 0
  for (const [field, value] of Object.entries(sent)) {
    if (!notCopied.has(field) && value !== undefined) row[field] = value
  }
  if (typeof sent.countryId === 'number') row.told.countryId = sent.countryId
  if (typeof sent.retentionsValue === 'number') row.told.retentionsValue = sent.retentionsValue
  if (typeof sent.fiscalZone === 'string') row.fiscalZone = sent.fiscalZone.toUpperCase()
  if (sent.file) row.file = storeImage(call.state, 'documents', sent.file)
  if (Array.isArray(sent.relatedWith)) row.relatedWith = relationsOf(sent)
  if (Array.isArray(sent.products)) row.products = buildLines(call, objects(sent, 'products'))
  row.year = Number(row.date.slice(0, 4))
  Object.assign(row, partySnapshot(call, kind, row), snapshots(call, row))
  applyTotals(kind, row, sent)
  row.currencyExchangeExchange = rateOf(call, row)
  row.currencyExchangeTotalValue = exchanged(row.totalValue, num(row, 'currencyExchangeExchange'))
  if (Array.isArray(sent.payments)) row.payments = buildPayments(call, row, objects(sent, 'payments'))
}

export function relationsOf(sent: JsonObject): Relation[] {
  return objects(sent, 'relatedWith').map((one) => ({
    relatedDocumentId: num(one, 'relatedDocumentId'),
    value: num(one, 'value'),
    applied: 0,
  }))
}

function applyTotals(kind: DocumentKind, row: DocumentRow, sent: JsonObject): void {
  if (kind.told) {
    const totalValue = typeof sent.totalValue === 'number' ? sent.totalValue : row.totalValue
    Object.assign(row, { totalValue, documentTotal: totalValue })
    return
  }
  const discounts = { global: num(row, 'globalDiscount'), financial: num(row, 'financialDiscount') }
  const retained = row.told.retentionsValue ?? 0
  const { totals, taxes } = totalsOf(row.products, discounts, row.documentCalculationsMode, retained)
  Object.assign(row, totals, { taxes })
}

/** Units of the other currency to one of the company's: as sent, or the rate of the day; 0 without another. */
function rateOf({ behaviour }: CompanyCall, row: DocumentRow): number {
  const exchanges = globalTable('currencyExchanges', behaviour)
  const exchange = exchanges.find((one) => one[globalIdFields.currencyExchanges] === row.currencyExchangeId)
  if (!exchange) return 0
  return num(row, 'currencyExchangeExchange') || num(exchange, 'exchange')
}

/** What a document copies from the other records it points at. */
function snapshots({ company }: CompanyCall, row: DocumentRow): JsonObject {
  const maturity = findRow(company, 'maturityDates', row.maturityDateId)
  const delivery = findRow(company, 'deliveryMethods', row.deliveryMethodId)
  const vehicle = findRow(company, 'vehicles', row.vehicleId)
  const activity = findRow(
    company,
    'economicActivityClassificationCodes',
    row.economicActivityClassificationCodeId,
  )
  const terminalId = num(row, 'terminalId')
  return {
    documentSetName: text(findRow(company, 'documentSets', row.documentSetId) ?? {}, 'name'),
    maturityDateName: maturity?.name ?? null,
    maturityDateDays: maturity?.days ?? null,
    deliveryMethodName: delivery?.name ?? null,
    deliveryVehicleName: vehicle?.name ?? null,
    deliveryVehicleLicensePlate: vehicle?.licensePlate ?? null,
    economicActivityClassificationCodeCode: activity?.code ?? null,
    economicActivityClassificationCodeName: activity?.title ?? null,
    terminal: terminalId ? { terminalId } : null,
  }
}
