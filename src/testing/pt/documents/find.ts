import type { Json, JsonObject } from '../../http/json.ts'
import { count, modified, page, paging, shown, since } from '../lists.ts'
import { type CompanyCall, type Method, num, read } from '../method.ts'
import { type CompanyState, type DocumentRow, findDocument } from '../state.ts'
import { type Derived, derivedOf } from './associations.ts'
import { documentFilters } from './fields.ts'
import { presentDocument, presentListed, presentRappel } from './present.ts'
import type { DocumentType } from './types.ts'

type Filter = (row: DocumentRow, wanted: Json) => boolean

const special: Record<string, Filter> = {
  date: (row, wanted) => row.date === String(wanted).slice(0, 10),
  expiration_date: (row, wanted) => row.expiration_date === String(wanted).slice(0, 10),
  year: (row, wanted) => Number(row.date.slice(0, 4)) === wanted,
}

/** Whether 0 is a value of the filter and not "none". */
const zeroCounts: ReadonlySet<string> = new Set(['status'])

/** Whether a row has what the sent filters want. */
function matcher(values: JsonObject): (row: DocumentRow) => boolean {
  const sent = Object.keys(documentFilters).flatMap((name): [string, Json][] => {
    const wanted = values[name]
    const none = wanted === undefined || wanted === '' || (wanted === 0 && !zeroCounts.has(name))
    return none ? [] : [[name, wanted]]
  })
  return (row) => sent.every(([name, wanted]) => special[name]?.(row, wanted) ?? row[name] === wanted)
}

/** Newest first: date, then number, then id. */
function newestFirst(a: DocumentRow, b: DocumentRow): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return b.number - a.number || b.document_id - a.document_id
}

/** The reading methods of a document group; without a type they see every document. */
export function readers(type?: DocumentType): Record<string, Method> {
  const inFamily = (row: DocumentRow) => type === undefined || row.document_type_id === type.typeId
  const listed = ({ company, values, now, ignoreFilter }: CompanyCall) => {
    const matches = ignoreFilter ? () => true : matcher(values)
    const found = company.documents.filter((row) => inFamily(row) && matches(row))
    return shown(found, now).sort(newestFirst)
  }
  const changed = (call: CompanyCall) => modified(listed(call), call)
  const brief = (row: DocumentRow, company: CompanyState, derived: Derived, withRappel: boolean) => {
    const { exchange_currency, ...rest } = presentListed(row, company, derived)
    return {
      ...rest,
      ...(type?.brief ? {} : { exchange_currency }),
      ...(withRappel ? { rappel: presentRappel(row) } : {}),
    }
  }
  const present = (rows: DocumentRow[], { values, company }: CompanyCall, withRappel: boolean) => {
    const derived = derivedOf(company)
    return page(rows, values).map((row) => brief(row, company, derived, withRappel))
  }
  const delta: Record<string, Method> = {
    getModifiedSince: read({ ...since, ...documentFilters, ...paging }, (call) =>
      present(changed(call), call, true),
    ),
    countModifiedSince: read({ ...since, ...documentFilters }, (call) => count(changed(call))),
  }
  return {
    getAll: read({ ...documentFilters, ...paging }, (call) =>
      present(listed(call), call, type !== undefined),
    ),
    count: read(documentFilters, (call) => count(listed(call))),
    ...(type?.noDelta ? {} : delta),
    getOne: read({ ...documentFilters, with_bundle_products: 'int' }, (call) => {
      const { company } = call
      const id = num(call.values, 'document_id')
      const named = id > 0 ? findDocument(company, id) : listed(call)[0]
      const row = named && inFamily(named) && matcher(call.values)(named) ? named : undefined
      if (!row) return []
      const derived = derivedOf(company)
      return type?.brief ? brief(row, company, derived, true) : presentDocument(row, company, derived)
    }),
  }
}
