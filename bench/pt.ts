import { bundle } from './pt/bundle.ts'
import { importCost } from './pt/import-cost.ts'
import { schemaCost } from './pt/schema-cost.ts'

const LIMITS = { gzipKb: 60, ownMs: 60 }

const rounded = (value: number) => Math.round(value * 100) / 100

async function main(): Promise<void> {
  const { client, endpoints, gzipBytes } = await bundle()
  const imports = await importCost(client)
  const schemas = await schemaCost(endpoints)
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ pt: { gzipBytes, import: imports, schemas } })}\n`)
    return
  }
  const table = {
    'own code after gzip': { value: `${rounded(gzipBytes / 1000)} kB`, limit: `${LIMITS.gzipKb} kB` },
    'import of dependencies': { value: `${rounded(imports.dependenciesMs)} ms`, limit: '' },
    'what the client adds': { value: `${rounded(imports.ownMs)} ms`, limit: `${LIMITS.ownMs} ms` },
    'the same in processor time': { value: `${rounded(imports.ownCpuMs)} ms`, limit: '' },
    'schemas of a first call, least': { value: `${rounded(schemas.minMs)} ms`, limit: '' },
    'schemas of a first call, median': { value: `${rounded(schemas.medianMs)} ms`, limit: '' },
    [`schemas of a first call, most (${schemas.slowest})`]: {
      value: `${rounded(schemas.maxMs)} ms`,
      limit: '',
    },
  }
  for (const [name, { value, limit }] of Object.entries(table)) {
    process.stdout.write(
      `${name.padEnd(64)} ${value.padStart(10)} ${limit === '' ? '' : `(below ${limit})`}\n`,
    )
  }
}

await main()
