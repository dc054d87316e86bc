import { type Company, createOAuth, createSyncEngine, memoryHost, memoryStore } from 'moloni-sdk'
import { type CompanyState, createPtEmulator, type PtState, seedInstaller, serve } from 'moloni-sdk/testing'
import { followLogin } from './browser.ts'
import { EXPORT, IMPORTS, open, preview, run, type Session } from './flow.ts'
import { type Outcome, outcomeOf, summary } from './outcome.ts'
import type { Progress } from './progress.ts'
import { type Catalogue, planWorkOrders } from './work-orders.ts'

const PORTUGAL = 1

/** The whole main job against an emulated Moloni Portugal, over real HTTP on the loopback. */
export async function runEmulated(progress: Progress): Promise<Outcome> {
  const emulator = createPtEmulator()
  const company = seedInstaller(emulator, { customers: 137, products: 260, users: 3 })
  const { url, close } = await serve(emulator)
  progress.say(`Emulated Moloni Portugal on ${url}`)
  try {
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Lisbon' })
    const host = memoryHost()
    host.addWorkOrders(planWorkOrders(catalogueOf(company), today))
    const { clientId, clientSecret, redirectUris } = emulator.credentials
    const [redirectUri = ''] = redirectUris
    const session: Session = {
      progress,
      engine: createSyncEngine({
        store: memoryStore(),
        host,
        oauth: { pt: createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri, baseUrl: url }) },
        // The loopback needs no sparing.
        clients: { pt: { baseUrl: url, budget: false } },
      }),
      settings: { exports: { startDate: today, firstRun: 'export' } },
      logIn: (address) => followLogin(address, redirectUri),
      choose: async (companies) => ownCompany(companies),
    }
    const connectionId = await open(session)
    const plan = await preview(session, connectionId)
    const imported = await run(session, connectionId, 'Import', { kinds: IMPORTS })
    const exported = await run(session, connectionId, 'Export', { kinds: [EXPORT], plan })
    const before = emulator.requests.length
    const again = await run(session, connectionId, 'Second run')
    const outcome: Outcome = {
      ...outcomeOf(imported, exported),
      secondRun: { changes: again.changes, requests: emulator.requests.length - before },
      duplicates: duplicatesIn(emulator.state),
    }
    progress.say(`\n${summary(outcome, await session.engine.problems(connectionId))}`)
    return outcome
  } finally {
    await close()
  }
}

/** Never the demonstration company, which everybody sees. */
function ownCompany(companies: readonly Company[]): Company {
  const own = companies.find(({ demonstration }) => !demonstration)
  if (!own) throw new Error('This login has no company of its own.')
  return own
}

/** What an office would plan jobs over, read straight from the emulator's books. */
function catalogueOf({ customers, products, measurementUnits }: CompanyState): Catalogue {
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
  }
}

type Row = CompanyState['customers'][number]

const party = ({ number, name }: Row) => ({ number: `${number}`, name: `${name}` })
const article = ({ reference, name }: Row) => ({ code: `${reference}`, name: `${name}` })

/** Documents beyond the first that carry the same reference of ours, counted in the emulator's own books. */
function duplicatesIn({ companies }: PtState): number {
  const references = Object.values(companies).flatMap(({ documents }) =>
    documents.map(({ our_reference }) => our_reference).filter((reference) => reference !== ''),
  )
  return references.length - new Set(references).size
}
