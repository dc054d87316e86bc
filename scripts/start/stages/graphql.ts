import {
  createEsEmulator,
  type EsCompanyState,
  type EsRow,
  type EsState,
  seedEsInstaller,
} from 'moloni-sdk/testing'
import type { Catalogue } from '../catalogue.ts'
import { repeated, type Stage } from '../stage.ts'

/** Country ids of Spain and Portugal. */
export const HOME = { es: 70, on: 1 }

/** What accounts of Moloni Spain are known to tell of, and what they may tell of besides. */
const PROVEN = { Product: ['create', 'update', 'stockChanged'] }
const BESIDES = { Product: [...PROVEN.Product, 'delete'], Customer: ['create', 'update', 'delete'] }

/** An emulated Moloni Spain or Moloni ON. */
export function graphqlStage(platform: 'es' | 'on', saved?: string): Stage {
  const state: EsState | undefined = saved === undefined ? undefined : JSON.parse(saved)
  // Looked up at each request, so that an account can change its mind.
  const pairs: Record<string, string[]> = { ...PROVEN }
  const holdsBack = platform === 'es'
  const emulator = createEsEmulator({
    platform,
    ...(state ? { state } : {}),
    ...(holdsBack ? { hooks: { pairs } } : {}),
  })
  const company = state ? onlyCompany(state) : seedEsInstaller(emulator, { customers: 137, products: 260 })
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  const paymentMethods = Object.fromEntries(
    company.paymentMethods.map(({ name, paymentMethodId }) => [`${name}`, Number(paymentMethodId)]),
  )
  return {
    platform,
    emulator,
    application: { clientId, clientSecret, redirectUri: redirectUris[0] ?? '' },
    catalogue: catalogueOf(company, HOME[platform], Object.keys(paymentMethods)),
    paymentMethods,
    save: () => JSON.stringify(emulator.state),
    duplicates: () => repeated(company.documents.map(({ ourReference }) => `${ourReference ?? ''}`)),
    telling: {
      emulator,
      company,
      ...(holdsBack ? { tellEverything: () => void Object.assign(pairs, BESIDES) } : {}),
    },
  }
}

function onlyCompany({ companies }: EsState): EsCompanyState {
  const [company] = Object.values(companies)
  if (!company) throw new Error('The saved books hold no company.')
  return company
}

/** What an office would plan jobs over, read straight from the emulator's books. */
export function catalogueOf(
  { customers, products }: EsCompanyState,
  home: number,
  paymentMethods: readonly string[],
): Catalogue {
  const isComplete = (row: EsRow) =>
    [row.address, row.zipCode, row.city, row.vat].every((value) => value !== '')
  const people = customers.filter(({ isDefault }) => !isDefault)
  const local = people.filter(({ countryId }) => countryId === home)
  const withoutAddress = local.find(({ address, vat }) => address === '' && vat !== '')
  const abroad = people.find((row) => row.countryId !== home && isComplete(row))
  if (!withoutAddress || !abroad) throw new Error('The seed has no customer to plant these faults with.')

  const isHour = ({ reference }: EsRow) => `${reference}`.startsWith('HRS')
  const visible = products.filter((row) => row.visible === 1)
  return {
    customers: local.filter(isComplete).map(party),
    withoutAddress: party(withoutAddress),
    abroad: party(abroad),
    materials: visible.filter((row) => !isHour(row)).map(article),
    hourTypes: visible.filter(isHour).map(article),
    paymentMethods,
  }
}

const party = ({ number, name }: EsRow) => ({ number: `${number}`, name: `${name}` })
const article = ({ reference, name }: EsRow) => ({ code: `${reference}`, name: `${name}` })
