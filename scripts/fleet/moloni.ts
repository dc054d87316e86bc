/** A process of its own with the emulated Moloni. It answers `books` whenever it is asked. */
import { serve } from 'moloni-sdk/testing'
import { readConfig } from './child.ts'
import { openCompanies } from './companies/index.ts'
import { type FromMoloni, moloniConfig } from './messages.ts'

const NOT_COUNTED = new Set(['grant', 'authorize'])

async function main(): Promise<void> {
  const { platform, ...size } = readConfig(moloniConfig)
  const { emulator, application, logins, catalogue, books } = openCompanies(platform, size)
  const { url } = await serve(emulator)
  const tell = (message: FromMoloni) => process.send?.(message)
  process.on('message', () =>
    tell({
      is: 'books',
      requests: emulator.requests.filter(({ path }) => !NOT_COUNTED.has(path)).length,
      documents: Object.fromEntries(logins.map(({ companyId }) => [companyId, books(companyId)])),
    }),
  )
  process.once('disconnect', () => process.exit())
  tell({ is: 'open', url, application, logins, catalogue })
}

await main()
