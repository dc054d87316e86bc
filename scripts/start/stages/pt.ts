import { type CompanyState, createPtEmulator, seedInstaller } from 'moloni-sdk/testing'
import type { Catalogue } from '../catalogue.ts'
import { repeated, type Stage } from '../stage.ts'

const PORTUGAL = 1

/** An emulated Moloni Portugal. */
export function ptStage(): Stage {
  const emulator = createPtEmulator()
  const company = seedInstaller(emulator, { customers: 137, products: 260, users: 3 })
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
  }
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
