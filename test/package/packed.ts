import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { run } from './run.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const consumer = fileURLToPath(new URL('consumer/', import.meta.url))

const packAnswer = z
  .array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }))
  .length(1)

/** The published tarball, installed into an otherwise empty folder. */
export interface Installed {
  /** Folder of the consumer; the package is below its `node_modules`. */
  readonly folder: string
  /** Paths inside the tarball. */
  readonly files: readonly string[]
  remove(): Promise<void>
}

/** Builds and packs this project and installs the tarball as a user would, with its optional peer. */
export async function packAndInstall(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'moloni-sdk-consumer-'))
  const printed = await run('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
    cwd: root,
  })
  const [packed] = packAnswer.parse(JSON.parse(printed.slice(printed.indexOf('[\n'))))
  if (!packed) throw new Error('npm pack named no tarball')
  await cp(consumer, folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }))
  await install(folder, `./${packed.filename}`)
  return {
    folder,
    files: packed.files.map(({ path }) => path),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Adds packages to a consumer. */
export async function install(folder: string, ...packages: string[]): Promise<void> {
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages], { cwd: folder })
}

/** TypeScript of this project, run over one configuration of the consumer. Fails with its messages. */
export async function typeCheck(folder: string, configuration: string): Promise<void> {
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', configuration], {
    cwd: folder,
  })
}
