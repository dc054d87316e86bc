import type { RandomState } from '../../http/random.ts'
import type { PtEmulator } from '../emulator.ts'
import type { CompanyState, Row } from '../state.ts'
import { takeId } from '../state.ts'
import { articles, hourUnits } from './catalogue.ts'
import { makeCustomer } from './customers.ts'
import { addUser } from './initial.ts'
import { makeHourProduct, makeProduct } from './products.ts'

/** How much there is to install. */
export interface InstallerSeed {
  /** Default: the first company that is not the demonstration company. */
  companyId?: number
  /** Customers in total, the final consumer among them; default 137. */
  customers?: number
  /** Products in total, hour types among them; default 260. */
  products?: number
  /** People with access; default 3. */
  users?: number
  /** Another seed gives other data; default 7. */
  seed?: number
}

/** Where a generator stands. */
export interface Sowing extends RandomState {
  readonly emulator: Pick<PtEmulator, 'state'>
  readonly company: CompanyState
  readonly now: number
}

const people = ['Bruno Carvalho', 'Catarina Nunes', 'Diogo Almeida', 'Eva Fonseca', 'Filipe Rocha']

/**
 * Fills a company with what a Portuguese installation firm would have: customers on the mainland, the Azores and
 * Madeira (some with an incomplete address, some without a tax number), materials, hours under many spellings of the
 * unit, hidden and exempt products. The same seed gives the same data. Everything was last changed days ago.
 *
 * @example
 * const emulator = createPtEmulator()
 * seedInstaller(emulator, { customers: 137, products: 260, users: 3 })
 */
export function seedInstaller(emulator: PtEmulator, options: InstallerSeed = {}): CompanyState {
  const { customers = 137, products = 260, users = 3, seed = 7 } = options
  const { state } = emulator
  const ids = Object.keys(state.companies).map(Number)
  const companyId = options.companyId ?? ids.find((id) => id !== 5)
  const company = companyId === undefined ? undefined : state.companies[companyId]
  if (!company) throw new RangeError(`The emulator has no company ${companyId}.`)
  const sowing: Sowing = { emulator, company, now: emulator.now(), random: seed }

  addUnits(sowing)
  addCategories(sowing)
  while (company.customers.length < customers) add(sowing, company.customers, 'customer_id', makeCustomer)
  while (company.products.length < products) {
    const byHour = company.products.length % 17 === 3
    add(sowing, company.products, 'product_id', byHour ? makeHourProduct : makeProduct)
  }
  for (const name of people) {
    if (state.users.length >= users) break
    const email = `${name.toLowerCase().replace(' ', '.')}@example.com`
    addUser(state, { name, email }, [company.company_id], sowing.now - 200 * day)
  }
  return company
}

const day = 86_400_000

/** Adds a row that was changed between three and sixty days ago. */
function add(
  sowing: Sowing,
  table: Row[],
  id: string,
  make: (sowing: Sowing, index: number) => Record<string, Row[string]>,
): void {
  const index = table.length
  const key = takeId(sowing.emulator.state)
  const lastmodified = sowing.now - (3 + ((index * 7) % 57)) * day - (index % 60) * 61_000
  table.push({ [id]: key, ...make(sowing, index), lastmodified })
}

function addUnits(sowing: Sowing): void {
  const { measurementUnits } = sowing.company
  for (const [name, short_name] of hourUnits) {
    if (measurementUnits.some((unit) => unit.name === name && unit.short_name === short_name)) continue
    add(sowing, measurementUnits, 'unit_id', () => ({ name, short_name }))
  }
}

function addCategories(sowing: Sowing): void {
  const { productCategories } = sowing.company
  const parent_id = productCategories[0]?.category_id ?? 0
  for (const name of new Set(articles.map(({ category }) => category))) {
    if (productCategories.some((row) => row.name === name)) continue
    const empty = { description: '', image: '', pos_enabled: 1 }
    add(sowing, productCategories, 'category_id', () => ({ parent_id, name, ...empty }))
  }
}
