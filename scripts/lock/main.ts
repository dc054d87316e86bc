/**
 * Completes package-lock.json after `npm install`: adds the optional packages of other platforms that the registry
 * at hand does not serve. Without their entries `npm ci` refuses the lock file, here and everywhere else.
 */
import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
]
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']

/** What is read of an entry; the rest is kept as it is, in its own order. */
const entry = z.object({
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const record = z.record(z.string(), z.unknown())

const path = new URL('../../package-lock.json', import.meta.url)
const content = record.parse(JSON.parse(await readFile(path, 'utf8')))
const known = record.parse(content.packages)
const added = missingOf(z.record(z.string(), entry).parse(known))
const packages = Object.entries({ ...known, ...added }).sort(([a], [b]) => a.localeCompare(b, 'en'))
await writeFile(path, `${JSON.stringify({ ...content, packages: Object.fromEntries(packages) }, null, 2)}\n`)
process.stdout.write(`${Object.keys(added).length} entries added\n`)

function missingOf(known: Readonly<Record<string, z.infer<typeof entry>>>) {
  const missing: Record<string, object> = {}
  for (const [parent, { dev, optionalDependencies = {} }] of Object.entries(known)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isThere = placesOf(parent, name).some((place) => place in known)
      // A range would have to be resolved by the registry; platform packages are pinned.
      if (isThere || !/^\d/.test(version)) continue
      missing[`node_modules/${name}`] = {
        version,
        ...(dev ? { dev } : {}),
        optional: true,
        ...platformOf(name),
      }
    }
  }
  return missing
}

/** Where Node would look for a package that `parent` needs, nearest first. */
function placesOf(parent: string, name: string): string[] {
  const parts = parent.split('/node_modules/')
  const nested = parts.map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/'))
  return [...nested.map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`]
}

/** Keeps the package from being fetched where it cannot run. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  const libc = /musl/.test(name) ? ['musl'] : os.includes('linux') ? ['glibc'] : []
  const known = Object.entries({ os, cpu, libc }).filter(([, values]) => values.length > 0)
  return Object.fromEntries(known)
}
