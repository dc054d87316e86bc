import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Programs of processes, ready to run: the same code, without the seconds that translating it takes. */
export interface Programs<Name extends string> {
  /** Where the built program lies. */
  path(name: Name): string
  remove(): Promise<void>
}

/** Builds each of the sources, under its name. */
export async function buildPrograms<Name extends string>(
  sources: Readonly<Record<Name, URL>>,
): Promise<Programs<Name>> {
  // Inside the project, where packages are found.
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'moloni-fleet-'))
  await build({
    entry: Object.fromEntries(
      Object.entries<URL>(sources).map(([name, source]) => [name, fileURLToPath(source)]),
    ),
    outDir: folder,
    tsconfig: join(root, 'tsconfig.json'),
    format: 'esm',
    target: 'node20',
    skipNodeModulesBundle: true,
    config: false,
    dts: false,
    silent: true,
  })
  return {
    path: (name) => join(folder, `${name}.js`),
    remove: () => rm(folder, { recursive: true }),
  }
}
