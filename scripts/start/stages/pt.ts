import { type CompanyState, createPtEmulator, type PtState, seedInstaller } from 'moloni-sdk/testing'
import type { Catalogue } from '../catalogue.ts'
import { repeated, type Stage } from '../stage.ts'

const PORTUGAL = 1
const DEMONSTRATION = 5

/** An emulated Moloni Portugal. */
export function ptStage(saved?: string): Stage {
  const state: PtState | undefined = saved === undefined ? undefined : JSON.parse(saved)
  const emulator = createPtEmulator(state ? { state } : {})
  const company = state
    ? ownCompany(state)
    : seedInstaller(emulator, { customers: 137, products: 260, users: 3 })
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  return {
    platform: 'pt',
    emulator,
    application: { clientId, clientSecret, redirectUri: redirectUris[0] ?? '' },
    catalogue: catalogueOf(company),
    paymentMethods: {},
    duplicates: () =>
      repeated(
        Object.values(emulator.state.companies).flatMap(({ documents }) =>
          documents.map(({ our_reference }) => our_reference),
        ),
      ),
    save: () => JSON.stringify(emulator.state),
  }
}

function ownCompany({ companies }: PtState): CompanyState {
  const own = Object.values(companies).find(({ company_id }) => company_id !== DEMONSTRATION)
  if (!own) throw new Error('The saved books hold no company.')
  return own
}

/** What an office would plan jobs over, read straight from the emulator's books. */
export function catalogueOf({ customers, products, measurementUnits }: CompanyState): Catalogue {
  const isComplete = (row: (typeof customers)[number]) =>
    [row.address, row.zip_code, row.city, row.vat].every((value) => value !== '')
  const people = customers.filter(({ vat }) => vat !== '999999990')
  const local = people.filter(({ country_id }) => country_id === PORTUGAL)
  const withoutAddress = local.find(({ address, vat }) => address === '' && vat !== '')
  const abroad = people.find(({ country_id }) => country_id !== PORTUGAL)
  if (!withoutAddress || !abroad) throw new Error('The seed has no customer to plant these faults with.')

  const hours = measurementUnits.filter(({ name }) => /^(h|hora|horas|hr|hrs|hur)\.?$/i.test(`${name}`))
  const isHour = ({ unit_id }: (typeof products)[number]) => hours.some((unit) => unit.unit_id === unit_id)
  const visible = products.filter(({ visibility_id }) => visibility_id === 1)
  return {
    customers: local.filter(isComplete).map(party),
    withoutAddress: party(withoutAddress),
    abroad: party(abroad),
    materials: visible.filter((row) => !isHour(row)).map(article),
    hourTypes: visible.filter(isHour).map(article),
    paymentMethods: [],
  }
}

type Row = CompanyState['customers'][number]

const party = ({ number, name }: Row) => ({ number: `${number}`, name: `${name}` })
const article = ({ reference, name }: Row) => ({ code: `${reference}`, name: `${name}` })
