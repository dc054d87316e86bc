import type { HourType, Issue, Material, Relation } from '../../domain/index.ts'
import { kindFacts } from '../imports/entities.ts'
import { canRead, readHost } from '../imports/host-view.ts'
import type { Work } from '../work.ts'
import { ensureRemote, type PushedEntity } from './ensure.ts'

/** Something that a work order names and Moloni does not have; beside its key what the work order tells of it. */
export type Missing =
  | { readonly kind: 'relations'; readonly key: string; readonly relation?: Relation | undefined }
  | { readonly kind: 'materials'; readonly key: string; readonly material?: Material | undefined }
  | { readonly kind: 'hourTypes'; readonly key: string; readonly hourType?: HourType | undefined }

export type MissingOutcome =
  /** Moloni's id of the customer or product. */
  | { readonly is: 'there'; readonly id: number; readonly created: boolean }
  | { readonly is: 'blocked'; readonly issues: readonly Issue[] }
  /** The outcome of an earlier call is not known before this time (ms). */
  | { readonly is: 'waiting'; readonly until: number }

const UNKNOWN = {
  relations: 'unknown_relation',
  materials: 'unknown_material',
  hourTypes: 'unknown_hour_type',
} as const

/**
 * Makes in Moloni what a work order names and Moloni does not have: the host's own record where it can be read, else what the work
 * order tells. Looks first, and never makes a second one. The settings of the push say what new records get, whatever its mode.
 *
 * Errors that may pass, and those that end a run, are thrown as they are.
 */
export async function createMissing(work: Work, missing: Missing): Promise<MissingOutcome> {
  const entity = (await ofHost(work, missing)) ?? ofWorkOrder(missing)
  if (!entity) {
    const issue = { code: UNKNOWN[missing.kind], severity: 'error', thing: missing.key } as const
    return { is: 'blocked', issues: [issue] }
  }
  const ensured = await ensureRemote(work, missing.key, entity, { verify: true })
  return ensured.is === 'blocked' ? { is: 'blocked', issues: ensured.issues } : ensured
}

async function ofHost(work: Work, { kind, key }: Missing): Promise<PushedEntity | undefined> {
  if (!canRead(work, kind)) return undefined
  const view = (await readHost(work, kind, { keys: [key] })).find((found) => found.key === key)
  const entity = view && kindFacts(kind).read(view.fields)
  return isPushed(entity) ? entity : undefined
}

const isPushed = (entity: { readonly kind: string } | undefined): entity is PushedEntity =>
  entity?.kind === 'relations' || entity?.kind === 'materials' || entity?.kind === 'hourTypes'

function ofWorkOrder(missing: Missing): PushedEntity | undefined {
  if (missing.kind === 'relations') return missing.relation && { kind: 'relations', value: missing.relation }
  if (missing.kind === 'materials') return missing.material && { kind: 'materials', value: missing.material }
  return missing.hourType && { kind: 'hourTypes', value: missing.hourType }
}
