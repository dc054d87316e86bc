import type { JsonObject } from '../../http/json.ts'
import {
  answer,
  type Call,
  type CompanyCall,
  type Operations,
  object,
  ofCompany,
  type Problem,
  problem,
  text,
} from '../operation.ts'
import { findRow, type Row } from '../state.ts'
import type { Entity } from './entity.ts'
import { notHere } from './references.ts'
import { create } from './table-operations.ts'

export const productCategory: Entity = {
  name: 'productCategory',
  table: 'productCategories',
  noun: 'productCategory',
  defaults: () => ({ parentId: null, summary: '', posVisible: true, img: '' }),
  judge,
  stored: (_call, sent) => ('parentId' in sent ? { ...sent, parentId: sent.parentId || null } : sent),
}

function judge({ company }: CompanyCall, after: JsonObject, before: Row | undefined): Problem[] {
  const found: Problem[] = []
  if (text(after, 'name').trim() === '') found.push(problem('name', 'Name is required'))
  const { parentId } = after
  if (parentId === null || parentId === undefined) return found
  if (!findRow(company, 'productCategories', parentId)) {
    found.push(problem('parentId', notHere('parent category')))
  } else if (before && isBelow(company.productCategories, parentId, before.productCategoryId)) {
    found.push(problem('parentId', 'A category can not be its own parent'))
  }
  return found
}

/** Whether a category is the other one, or lies below it. */
function isBelow(rows: readonly Row[], id: unknown, above: unknown): boolean {
  const seen = new Set<unknown>()
  for (let at = id; at !== null && at !== undefined && !seen.has(at); ) {
    if (at === above) return true
    seen.add(at)
    at = rows.find((row) => row.productCategoryId === at)?.parentId
  }
  return false
}

const companyOf = (row: JsonObject, call: Call) => call.state.companies[Number(row.companyId)]

/** Categories right below one. */
export function children(row: JsonObject, call: Call): Row[] {
  const rows = companyOf(row, call)?.productCategories ?? []
  return rows.filter(({ parentId }) => parentId === row.productCategoryId)
}

/** How many products a category holds, as text. */
export function productsIn(row: JsonObject, call: Call, visible: 0 | 1): string {
  const products = companyOf(row, call)?.products ?? []
  const own = products.filter((product) => product.productCategoryId === row.productCategoryId)
  return String(own.filter((product) => (product.visible === 0 ? 0 : 1) === visible).length)
}

export const categoryExtras: Operations = {
  productCategoryImport: ofCompany((call) =>
    answer(create(productCategory, call, object(call.args, 'data'))),
  ),
}
