import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type WorkOrder, workOrder } from '../../../src/domain/index.ts'
import type { Json } from '../../../src/internal/json.ts'
import type { Store } from '../../../src/store/index.ts'
import type { WorkOrderSource } from '../../../src/sync/index.ts'
import { type Backup, restored } from '../../../test/support/store-backup.ts'

/** A file is there as a whole or not at all. */
function save(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value))
  renameSync(`${file}.new`, file)
}

const load = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const json: z.ZodType<Json> = z.json()
const change = z.object({
  collection: z.string(),
  key: z.string(),
  value: json,
  index: z.string().optional(),
})

const storeFile = (folder: string) => join(folder, 'store.json')

export function saveStore(folder: string, backup: Backup): void {
  save(storeFile(folder), backup)
}

/** A store that outlives its process. One process at a time may use it. */
export async function fileStore(folder: string): Promise<Store> {
  const changes = z.array(change).parse(load(storeFile(folder)))
  const store = await restored(
    changes.map(({ index, ...rest }) => ({
      ...rest,
      expected: 'absent',
      ...(index === undefined ? {} : { index }),
    })),
  )
  return {
    read: (collection, keys) => store.read(collection, keys),
    scan: (collection, query) => store.scan(collection, query),
    async write(all) {
      const applied = await store.write(all)
      saveStore(folder, await store.backup())
      return applied
    },
  }
}

const jobs = (folder: string) => join(folder, 'jobs')
const told = (folder: string) => join(folder, 'told')

export function makeFolders(folder: string): void {
  for (const path of [jobs(folder), told(folder)]) mkdirSync(path, { recursive: true })
}

export function addJob(folder: string, job: WorkOrder): void {
  save(join(jobs(folder), `${job.key}.json`), job)
}

const acknowledged = z.object({ documentId: z.number(), totalCents: z.number() })

/** The document that the host was told of. */
export function toldOf(folder: string, key: string): z.infer<typeof acknowledged> | undefined {
  const file = join(told(folder), `${key}.json`)
  return existsSync(file) ? acknowledged.parse(load(file)) : undefined
}

/** Work orders in files, and what the host was told of them. */
export function fileWorkOrders(folder: string): WorkOrderSource {
  const open = () =>
    readdirSync(jobs(folder))
      .filter((name) => name.endsWith('.json') && !existsSync(join(told(folder), name)))
      .map((name) => workOrder.parse(load(join(jobs(folder), name))))
  return {
    async *completed() {
      yield* open()
    },
    get: async (key) => open().find((job) => job.key === key),
    async acknowledge({ key }, document) {
      save(join(told(folder), `${key}.json`), document)
    },
  }
}

/** How many work orders the host was not told of. */
export const openJobs = (folder: string) =>
  readdirSync(jobs(folder)).filter((name) => name.endsWith('.json')).length -
  readdirSync(told(folder)).filter((name) => name.endsWith('.json')).length
