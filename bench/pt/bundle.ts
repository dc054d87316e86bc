import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'tsup'

/** The library as one file, its dependencies left out; below `node_modules`, so that they are found. */
export interface Bundle {
  /** The public door. */
  readonly client: string
  /** The table of endpoints. */
  readonly endpoints: string
  /** The bytes of the public door after gzip, as they are shipped. */
  readonly gzipBytes: number
}

const folder = fileURLToPath(new URL('../../node_modules/.cache/moloni-sdk-bench/', import.meta.url))
const source = (path: string) => fileURLToPath(new URL(`../../src/pt/${path}`, import.meta.url))

export async function bundle(): Promise<Bundle> {
  await mkdir(folder, { recursive: true })
  await build({
    entry: { client: source('index.ts'), endpoints: source('groups/index.ts') },
    outDir: folder,
    format: 'esm',
    target: 'node20',
    platform: 'neutral',
    splitting: false,
    dts: false,
    config: false,
    silent: true,
  })
  const client = `${folder}client.js`
  return {
    client,
    endpoints: `${folder}endpoints.js`,
    gzipBytes: gzipSync(await readFile(client)).length,
  }
}
