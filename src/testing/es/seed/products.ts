import type { JsonObject } from '../../http/json.ts'
import { num, text } from '../operation.ts'
import { defaults } from '../products/product.ts'
import type { Row } from '../state.ts'
import { type Article, articles, hourUnits, labour, labourPath, ranges, type Words } from './catalogue.ts'
import type { Sowing } from './installer.ts'

/** How VAT is spread over the catalogue: a rate, or a reason for none. */
const vatMix: Readonly<Record<'es' | 'on', readonly (number | string)[]>> = {
  es: [21, 21, 21, 21, 21, 21, 21, 21, 21, 10, 10, 4, 'Exenta por el artículo 20 de la Ley del IVA'],
  on: [23, 23, 23, 23, 23, 23, 23, 13, 6, 16, 22, 'M07', 'M99'],
}

/** An article in some size and range. */
export function makeProduct(sowing: Sowing, index: number): JsonObject {
  const flat = articles.flatMap((article) => article.sizes.map((size, step) => ({ article, size, step })))
  const range = ranges[Math.floor(index / flat.length) % ranges.length]
  const found = flat[index % flat.length]
  if (!found || !range) throw new RangeError('The catalogue is empty.')
  const { article, size, step } = found
  const parts = [article.name[sowing.platform], size, range[sowing.platform]]
  return product(sowing, index, {
    reference: `MAT-${String(index).padStart(4, '0')}`,
    name: parts.filter((part) => part !== '').join(' '),
    type: 1,
    price: Math.round(article.price * (1 + step * 0.35) * 1000) / 1000,
    productCategoryId: categoryOf(sowing, article.path),
    measurementUnitId: unitOf(sowing, 'measurementUnitUNECERId', article.unit),
  })
}

/** Work by the hour, under one of the ways to write the unit. */
export function makeHourProduct(sowing: Sowing, index: number): JsonObject {
  const turn = Math.floor(index / 17)
  const name = labour[turn % labour.length]?.[sowing.platform] ?? ''
  return product(sowing, index, {
    reference: `HRS-${String(turn + 1).padStart(2, '0')}`,
    name: turn < labour.length ? name : `${name} (${1 + Math.floor(turn / labour.length)})`,
    type: 2,
    price: 18 + (turn % 6) * 4.5,
    productCategoryId: categoryOf(sowing, labourPath),
    measurementUnitId: unitOf(sowing, 'name', hourUnits[turn % hourUnits.length]?.[0] ?? 'Hora'),
  })
}

function product(sowing: Sowing, index: number, known: JsonObject): JsonObject {
  const { company, platform } = sowing
  const mix = vatMix[platform]
  const vat = mix[(index * 7) % mix.length]
  const tax = company.taxes.find(({ value }) => value === vat)
  return {
    ...defaults(),
    ...known,
    visible: index % 29 === 21 ? 0 : 1,
    exemptionReason: tax ? '' : String(vat),
    taxes: tax ? [{ taxId: tax.taxId, value: tax.value, ordering: 1, cumulative: false }] : [],
  }
}

function categoryOf({ company, platform }: Sowing, path: Article['path']): number {
  let parentId: Row['parentId'] = null
  for (const words of path) {
    const row = findCategory(company.productCategories, words, platform, parentId)
    parentId = row?.productCategoryId ?? null
  }
  return num({ parentId }, 'parentId')
}

export function findCategory(
  rows: readonly Row[],
  words: Words,
  platform: 'es' | 'on',
  parentId: Row['parentId'],
): Row | undefined {
  return rows.find(
    (row) => text(row, 'name') === words[platform] && (row.parentId ?? null) === (parentId ?? null),
  )
}

function unitOf({ company }: Sowing, field: string, wanted: string): number {
  return num(company.measurementUnits.find((row) => row[field] === wanted) ?? {}, 'measurementUnitId')
}
