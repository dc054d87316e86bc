import type { JsonObject } from '../../http/json.ts'
import type { RandomState } from '../../http/random.ts'
import type { InstallerSeed } from '../../pt/seed/installer.ts'
import { timeText } from '../dates.ts'
import type { EsEmulator } from '../emulator.ts'
import { type CompanyState, idFields, type TableName, takeId } from '../state.ts'
import { articles, hourUnits, labourPath } from './catalogue.ts'
import { makeCustomer } from './customers.ts'
import { findCategory, makeHourProduct, makeProduct } from './products.ts'

/** Where a generator stands. */
export interface Sowing extends RandomState {
  readonly emulator: Pick<EsEmulator, 'state'>
  readonly company: CompanyState
  readonly platform: 'es' | 'on'
  readonly now: number
}

/**
 * Fills a company with what an installation firm would have, Spanish or Portuguese as its host: customers (some with
 * an incomplete address, some without a tax number, a few from across the border), a tree of categories, materials,
 * hours under many spellings of the unit, hidden and exempt products. The same seed gives the same data. Everything
 * was last changed days ago.
 *
 * @example
 * const emulator = createEsEmulator()
 * seedEsInstaller(emulator, { customers: 137, products: 260 })
 */
export function seedEsInstaller(
  emulator: EsEmulator,
  options: Omit<InstallerSeed, 'users'> = {},
): CompanyState {
  const { customers = 137, products = 260, seed = 7 } = options
  const { state } = emulator
  const companyId = options.companyId ?? Number(Object.keys(state.companies)[0])
  const company = state.companies[companyId]
  if (!company) throw new RangeError(`The emulator has no company ${companyId}.`)
  const sowing: Sowing = { emulator, company, platform: state.platform, now: emulator.now(), random: seed }

  for (const unit of hourUnits) addUnit(sowing, unit)
  for (const path of [...articles.map((article) => article.path), labourPath]) addCategories(sowing, path)
  while (company.customers.length < customers) {
    add(sowing, 'customers', makeCustomer(sowing, company.customers.length))
  }
  while (company.products.length < products) {
    const index = company.products.length
    add(sowing, 'products', (index % 17 === 3 ? makeHourProduct : makeProduct)(sowing, index))
  }
  return company
}

const day = 86_400_000

/** Adds a row that was changed between three and sixty days ago. */
function add({ company, emulator, now }: Sowing, table: TableName, fields: JsonObject): void {
  const rows = company[table]
  const index = rows.length
  const updatedAt = timeText(now - (3 + ((index * 7) % 57)) * day - (index % 60) * 61_000)
  rows.push({
    [idFields[table]]: takeId(emulator.state),
    companyId: company.companyId,
    visible: 1,
    ...fields,
    createdAt: timeText(now - 120 * day + index * 3_600_000),
    updatedAt,
  })
}

function addUnit(sowing: Sowing, [name, abbreviation, code]: (typeof hourUnits)[number]): void {
  if (sowing.company.measurementUnits.some((unit) => unit.name === name)) return
  add(sowing, 'measurementUnits', { name, abbreviation, measurementUnitUNECERId: code })
}

function addCategories(sowing: Sowing, path: (typeof articles)[number]['path']): void {
  const { productCategories } = sowing.company
  let parentId: number | null = null
  for (const words of path) {
    if (!findCategory(productCategories, words, sowing.platform, parentId)) {
      const name = words[sowing.platform]
      add(sowing, 'productCategories', { name, parentId, summary: '', posVisible: true, img: '' })
    }
    const row = findCategory(productCategories, words, sowing.platform, parentId)
    parentId = Number(row?.productCategoryId)
  }
}
