import * as z from 'zod'
import type { Source } from '../../domain/index.ts'
import { source as sourceSchema } from '../../domain/source.ts'
import { UsageError } from '../../errors/index.ts'
import type { ImportKind } from '../platforms/platform.ts'
import type { ReadOptions, SinkQuery } from '../ports/host.ts'
import type { Work } from '../work.ts'
import { type Fields, kindFacts } from './entities.ts'

/** A record as the host holds it, as far as it can be read. */
export interface HostView {
  readonly key: string
  readonly fields: Fields
  readonly source: Source | undefined
}

/** Records asked for at once. */
const CHUNK = 200

const page = z.object({
  records: z.array(z.object({ key: z.string().min(1), record: z.record(z.string(), z.unknown()) })),
  next: z.string().optional(),
  more: z.boolean().optional(),
})

/** A sink of any kind: what it answers is looked at before it is believed. */
interface Readable {
  read?(query: SinkQuery, options: ReadOptions): Promise<unknown>
  readonly fields?: readonly string[]
}

const sinkOf = (work: Work, kind: ImportKind): Readable | undefined => work.host[kind]

/** Whether the host's own records of a kind can be read. */
export const canRead = (work: Work, kind: ImportKind): boolean => sinkOf(work, kind)?.read !== undefined

/** Whether the host keeps a field at all. */
export function keepsField(work: Work, kind: ImportKind, name: string): boolean {
  const names: readonly string[] | undefined = sinkOf(work, kind)?.fields
  return names?.includes(name) ?? true
}

/** The host's records that some keys, sources or tax numbers name; it may answer others too. */
export async function readHost(
  work: Work,
  kind: ImportKind,
  query: Exclude<SinkQuery, { changes: unknown }>,
): Promise<HostView[]> {
  const found: HostView[] = []
  for (const part of partsOf(query)) found.push(...(await readPage(work, kind, part)).records)
  return found
}

function partsOf(query: Exclude<SinkQuery, { changes: unknown }>): SinkQuery[] {
  if ('keys' in query) return chunks(query.keys).map((keys) => ({ keys }))
  if ('sources' in query) return chunks(query.sources).map((sources) => ({ sources }))
  return chunks(query.taxNumbers).map((taxNumbers) => ({ taxNumbers }))
}

function chunks<T>(all: readonly T[]): T[][] {
  const starts = Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) => i * CHUNK)
  return starts.map((start) => all.slice(start, start + CHUNK))
}

/** A page of what the host has changed. */
export async function readChanges(work: Work, kind: ImportKind, after: string | undefined) {
  return readPage(work, kind, { changes: after === undefined ? {} : { after } })
}

async function readPage(work: Work, kind: ImportKind, query: SinkQuery) {
  const sink = sinkOf(work, kind)
  if (!sink?.read) throw cannotRead(kind)
  const options: ReadOptions = { connectionId: work.connection.connectionId, signal: work.signal }
  const parsed = page.safeParse(await sink.read(query, options))
  if (!parsed.success) throw new TypeError('What a sink answered to read makes no sense.')
  return {
    records: parsed.data.records.map(({ key, record }) => viewOf(kind, key, record)),
    next: parsed.data.next,
    more: parsed.data.more ?? false,
  }
}

/** A field that does not hold what it should is taken as empty, and the others stand. */
function viewOf(kind: ImportKind, key: string, record: Fields): HostView {
  const fields: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(kindFacts(kind).schema.shape)) {
    const parsed = z.safeParse(schema, record[name])
    if (parsed.success && parsed.data !== undefined && parsed.data !== '') fields[name] = parsed.data
  }
  const source = sourceSchema.safeParse(record.source)
  return { key, fields, source: source.success ? source.data : undefined }
}

export function cannotRead(kind: string): UsageError {
  return new UsageError(`The host cannot be asked for its own ${kind}, which a setting needs.`, {
    code: 'host_cannot_read',
    hint: 'Set imports.*.lead and localEdits to their defaults and push to off, or give the sink a read().',
  })
}
