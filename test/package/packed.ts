import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const consumer = fileURLToPath(new URL('consumer/', import.meta.url))

/** The published tarball, installed into an otherwise empty folder. */
export interface Installed {
  /** Folder of the consumer; the package is below its `node_modules`. */
  readonly folder: string
  /** Paths inside the tarball. */
  readonly files: readonly string[]
  remove(): Promise<void>
}

/**
 * Installs the tarball as a user would, without its optional peer: the one that `MOLONI_SDK_TARBALL` names, or else a
 * fresh build of this project.
 */
export async function installPacked(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'moloni-sdk-consumer-'))
  const tarball = process.env.MOLONI_SDK_TARBALL ?? (await pack(folder))
  await cp(consumer, folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }))
  await install(folder, tarball)
  const files = await readdir(join(folder, 'node_modules/moloni-sdk'), {
    recursive: true,
    withFileTypes: true,
  })
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return {
    folder,
    files: paths.map((path) => relative(join(folder, 'node_modules/moloni-sdk'), path)),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function pack(folder: string): Promise<string> {
  const printed = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root })
  return join(folder, printed.trim().split('\n').at(-1) ?? '')
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
