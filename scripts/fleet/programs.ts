import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The programs of the processes, ready to run: the same code, without the seconds that translating it takes. */
export interface Programs {
  readonly moloni: string
  readonly worker: string
  remove(): Promise<void>
}

export async function buildPrograms(): Promise<Programs> {
  // Inside the project, where packages are found.
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'moloni-fleet-'))
  await build({
    entry: {
      moloni: fileURLToPath(new URL('moloni.ts', import.meta.url)),
      worker: fileURLToPath(new URL('worker.ts', import.meta.url)),
    },
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
    moloni: join(folder, 'moloni.js'),
    worker: join(folder, 'worker.js'),
    remove: () => rm(folder, { recursive: true }),
  }
}
