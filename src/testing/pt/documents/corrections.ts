import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, num, pick, rows } from '../method.ts'
import { type CompanyState, type DocumentRow, findDocument, type LineRow } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import { derivedFrom } from './associations.ts'
import { type DocumentType, typeOf } from './types.ts'

const lineFields = 'document_product_id product_id name summary price discount exemption_reason warehouse_id'

/** How much of a line no credit has taken up; `besides` is the document that asks. */
function left(line: LineRow, source: DocumentRow, company: CompanyState, besides?: number): number {
  const credited = derivedFrom(source, company)
    .filter((row) => row.document_id !== besides && typeOf(row.document_type_id)?.money === 'credit')
    .flatMap((row) => row.products)
    .filter((one) => one.related_id === line.document_product_id)
  return credited.reduce((qty, one) => qty - one.qty, line.qty)
}

/** Lines of a document that can still be credited. */
export function unrelatedLines({ company, values }: CompanyCall): JsonObject[] {
  const source = findDocument(company, values.document_id)
  if (!source) return []
  return source.products.flatMap((line) => {
    const qty = left(line, source, company)
    const taxes = line.taxes.map((tax) => pick(tax, ['tax_id', 'value', 'order', 'cumulative']))
    return qty > 0 ? [{ ...pick(line, lineFields.split(' ')), qty, taxes }] : []
  })
}

/** Each line of a correction names a line of an associated document; a credit takes no more than is left of it. */
export function correctionProblems(
  { company, values }: CompanyCall,
  type: DocumentType,
  associated: readonly number[],
): Problem[] {
  if (!type.corrects) return []
  const sources = company.documents.filter(({ document_id }) => associated.includes(document_id))
  return rows(values, 'products').flatMap((sent, index) => {
    const source = sources.find(({ products }) => lineOf(products, sent))
    const line = source && lineOf(source.products, sent)
    const open = source && line ? left(line, source, company, num(values, 'document_id')) : 0
    const fine = line && (type.money !== 'credit' || num(sent, 'qty') <= open)
    return fine ? [] : [{ code: 10, field: `products[${index}][related_id]` }]
  })
}

function lineOf(products: readonly LineRow[], { related_id }: JsonObject): LineRow | undefined {
  return products.find(({ document_product_id }) => document_product_id === related_id)
}
