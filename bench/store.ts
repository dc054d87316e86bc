import { mysqlPlace, type Place, postgresPlace, sqlitePlace } from '../test/adapters/kysely/support.ts'
import { findServer, type ServerName } from '../test/support/server-urls.ts'
import { type Figures, measure } from './store/measure.ts'

const databases: Readonly<Record<string, () => Promise<Place | undefined>>> = {
  sqlite: sqlitePlace,
  postgres: () => at('PostgreSQL', postgresPlace),
  mariadb: () => at('MariaDB', mysqlPlace),
  mysql: () => at('MySQL', mysqlPlace),
}

/** A place on a server, where one answers. */
async function at(name: ServerName, open: (url: URL) => Promise<Place>): Promise<Place | undefined> {
  const found = await findServer(name)
  if (found?.problem !== undefined) process.stderr.write(`${found.problem}: left out\n`)
  return found && found.problem === undefined ? open(found.url) : undefined
}

async function main(): Promise<void> {
  const found: Record<string, Figures> = {}
  const json = process.argv.includes('--json')
  for (const [name, open] of Object.entries(databases)) {
    const place = await open()
    if (!place) continue
    const figures = await measure(place)
    await place.end()
    found[name] = figures
    if (!json) print(name, figures)
  }
  if (json) process.stdout.write(`${JSON.stringify({ store: found })}\n`)
}

function print(name: string, figures: Figures): void {
  process.stdout.write(`${name}\n`)
  for (const [way, { rowsPerSecond, ofBulk }] of Object.entries(figures)) {
    const rate = `${String(rowsPerSecond).padStart(8)} rows/s ${ofBulk.toFixed(2).padStart(8)}`
    process.stdout.write(`  ${way.padEnd(18)} ${rate} of the driver's bulk insert\n`)
  }
}

await main()
