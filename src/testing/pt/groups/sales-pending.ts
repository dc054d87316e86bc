import type { Json, JsonObject } from '../../http/json.ts'
import { typeOf } from '../documents/types.ts'
import { dayStart, lisbonDay } from '../lisbon.ts'
import { type CompanyCall, type Methods, num, pick, read, text } from '../method.ts'
import { type DocumentRow, findRow } from '../state.ts'
import type { Fields } from '../validation/rules.ts'

const fields: Fields = {
  clients: 'ids',
  document_types: 'ids',
  start_date: 'time',
  end_date: 'time',
  order_by: 'text in=date,reference,client_reference',
  order_dir: 'text in=ASC,DESC',
}

const sortedBy: Readonly<Record<string, string>> = {
  reference: 'our_reference',
  client_reference: 'your_reference',
}

const round = (value: number) => Math.round(value * 100) / 100
const openOf = (row: DocumentRow) => round(row.net_value - row.reconciled_value)

/** Whether a list of ids is absent, empty, or holds the id. */
function allows(list: Json | undefined, id: number): boolean {
  return !Array.isArray(list) || list.length === 0 || list.includes(id)
}

/** Closed debts of customers with something open. */
function pending({ company, values }: CompanyCall): DocumentRow[] {
  const from = text(values, 'start_date').slice(0, 10)
  const to = text(values, 'end_date').slice(0, 10)
  const direction = values.order_dir === 'DESC' ? -1 : 1
  const field = sortedBy[text(values, 'order_by')] ?? 'date'
  const key = (row: DocumentRow) => text(row, field)
  return company.documents
    .filter((row) => {
      const type = typeOf(row.document_type_id)
      return row.status === 1 && type?.money === 'debt' && !type.supplier && openOf(row) > 0
    })
    .filter(
      (row) =>
        allows(values.clients, row.customer_id) &&
        allows(values.document_types, row.document_type_id) &&
        row.date >= from &&
        (to === '' || row.date <= to),
    )
    .sort((a, b) => (key(a) === key(b) ? 0 : direction * (key(a) < key(b) ? -1 : 1)))
}

function summary(found: readonly DocumentRow[], { values, now }: CompanyCall): JsonObject {
  const today = lisbonDay(now)
  const days = (row: DocumentRow) =>
    Math.max(0, Math.round((Date.parse(today) - Date.parse(row.expiration_date || row.date)) / 86_400_000))
  const sum = (amount: (row: DocumentRow) => number) =>
    round(found.reduce((total, row) => total + amount(row), 0))
  const late = found.filter((row) => days(row) > 0)
  const total = sum((row) => row.net_value)
  return {
    num_docs: found.length,
    num_documents: found.length,
    delayed: round(late.reduce((amount, row) => amount + openOf(row), 0)),
    net_value: total,
    reconciled: sum((row) => row.reconciled_value),
    delay: late.reduce((longest, row) => Math.max(longest, days(row)), 0),
    total_delay: late.reduce((all, row) => all + days(row), 0),
    total,
    pending: sum(openOf),
    missing: sum(openOf),
    start_date: text(values, 'start_date'),
    end_date: text(values, 'end_date'),
  }
}

const shownFields = 'document_id document_type_id document_set_name number net_value reconciled_value'.split(
  ' ',
)

function present(row: DocumentRow): JsonObject {
  return {
    ...pick(row, shownFields),
    date: dayStart(row.date),
    expiration_date: dayStart(row.expiration_date || row.date),
  }
}

function byClient(call: CompanyCall): Json {
  const found = pending(call)
  const ids = [...new Set(found.map(({ customer_id }) => customer_id))]
  const fieldsOf = 'number name vat address city zip_code country_id'.split(' ')
  return {
    summary: summary(found, call),
    customers: ids.map((customer_id) => ({
      customer_id,
      customer: pick(findRow(call.company.customers, 'customer_id', customer_id) ?? {}, fieldsOf),
      documents: found.filter((row) => num(row, 'customer_id') === customer_id).map(present),
    })),
  }
}

/** What customers owe. */
export const salesPendingMethods: Methods = {
  'SalesPending/getAllByClient': read(fields, byClient),
  'SalesPending/getAllByDate': read(fields, (call) => {
    const found = pending(call)
    return { summary: summary(found, call), total: found.length, documents: found.map(present) }
  }),
}
