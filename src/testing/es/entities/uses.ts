import type { Json } from '../../http/json.ts'
import { type CompanyState, idFields, isTable, type Row, type TableName } from '../state.ts'

/** Whether anything of the company points at a row: a document, or another row, at any depth. */
export function isUsed(company: CompanyState, table: TableName, row: Row): boolean {
  const idField = idFields[table]
  const id = row[idField]
  const children = table === 'productCategories' || table === 'products' ? 'parentId' : undefined
  const points = (other: Row) => other !== row && pointsAt(other, idField, id)
  if (children && company[table].some((other) => other[children] === id)) return true
  if (company.documents.some(points)) return true
  return Object.keys(idFields)
    .filter(isTable)
    .some((name) => name !== table && company[name].some(points))
}

function pointsAt(value: Json | undefined, idField: string, id: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((one) => pointsAt(one, idField, id))
  return value[idField] === id || Object.values(value).some((inner) => pointsAt(inner, idField, id))
}
