import type { JsonObject } from '../../http/json.ts'
import { productTaxes } from '../groups/products.ts'
import { num } from '../method.ts'
import { findRow } from '../state.ts'
import { articles, hourUnits, labour, ranges } from './catalogue.ts'
import { choose } from './customers.ts'
import type { Sowing } from './installer.ts'

/** How VAT is spread over the catalogue: zone and kind, or the code of an exemption. */
const vatMix: readonly (readonly [zone: string, vatType: string] | readonly [exemption: string])[] = [
  ...Array.from({ length: 13 }, () => ['PT', 'NOR'] as const),
  ['PT', 'RED'],
  ['PT', 'INT'],
  ['PT-AC', 'NOR'],
  ['PT-AC', 'INT'],
  ['PT-AC', 'RED'],
  ['PT-MA', 'NOR'],
  ['PT-MA', 'INT'],
  ['PT-MA', 'RED'],
  ['M07'],
  ['M16'],
  ['M40'],
  ['M99'],
]

/** An article in some size and range. */
export function makeProduct(sowing: Sowing, index: number): JsonObject {
  const flat = articles.flatMap((article) => article.sizes.map((size, step) => ({ article, size, step })))
  const range = ranges[Math.floor(index / flat.length) % ranges.length] ?? ''
  const { article, size, step } = flat[index % flat.length] ?? choose(sowing, flat)
  const name = [article.name, size, range].filter((part) => part !== '').join(' ')
  const price = Math.round(article.price * (1 + step * 0.35) * 1000) / 1000
  return product(sowing, index, {
    reference: `MAT-${String(index).padStart(4, '0')}`,
    name,
    type: 1,
    price,
    category: article.category,
    unit_id: index % 14 === 9 ? 0 : unitId(sowing, article.unit),
  })
}

/** Work by the hour, under one of the spellings of the unit. */
export function makeHourProduct(sowing: Sowing, index: number): JsonObject {
  const turn = Math.floor(index / 17)
  const short = hourUnits[turn % hourUnits.length]?.[1] ?? 'Hora'
  const name = labour[turn % labour.length] ?? ''
  return product(sowing, index, {
    reference: `HRS-${String(turn + 1).padStart(2, '0')}`,
    name: turn < labour.length ? name : `${name} (tabela ${1 + Math.floor(turn / labour.length)})`,
    type: 2,
    price: 18 + (turn % 6) * 4.5,
    category: 'Serviços',
    unit_id: unitId(sowing, short),
  })
}

interface Known {
  readonly reference: string
  readonly name: string
  readonly type: number
  readonly price: number
  readonly category: string
  readonly unit_id: number
}

function product(sowing: Sowing, index: number, { category, ...known }: Known): JsonObject {
  const { company, emulator, now } = sowing
  const [first, vatType] = vatMix[(index * 7) % vatMix.length] ?? ['PT', 'NOR']
  const tax = company.taxes.find((row) => row.fiscal_zone === first && row.vat_type === vatType)
  const sent = tax ? [{ tax_id: num(tax, 'tax_id'), value: num(tax, 'value'), order: 1, cumulative: 0 }] : []
  return {
    ...empty,
    ...known,
    category_id: num(findRow(company.productCategories, 'name', category) ?? {}, 'category_id'),
    visibility_id: index % 29 === 21 ? 0 : 1,
    exemption_reason: tax ? '' : first,
    taxes: productTaxes(emulator.state, company, known.price, sent),
    created: now - 90 * 86_400_000,
  }
}

const empty: JsonObject = {
  ean: '',
  stock: 0,
  summary: '',
  notes: '',
  has_stock: 0,
  minimum_stock: 0,
  image: '',
  pos_favorite: 0,
  at_product_category: '',
  composition_type: 0,
  warehouse_id: 0,
  suppliers: [],
  properties: [],
  warehouses: [],
}

function unitId({ company }: Sowing, short: string): number {
  return num(findRow(company.measurementUnits, 'short_name', short) ?? {}, 'unit_id')
}
