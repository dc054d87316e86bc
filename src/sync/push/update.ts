import type { Mapped } from '../../domain/index.ts'
import { mayHaveTakenEffect } from '../../errors/index.ts'
import { hashOf } from '../imports/compare.ts'
import { asMoloniHasIt } from '../imports/compose.ts'
import { type Fields, fieldsOf, kindFacts } from '../imports/entities.ts'
import { markOf, marksOf } from '../imports/field-marks.ts'
import type { HostView } from '../imports/host-view.ts'
import { isEmpty, rulesOf } from '../imports/rules.ts'
import type { Write } from '../platforms/master-data.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import type { Work } from '../work.ts'
import { blocked, isRefusal, refusals } from './ensure.ts'
import { seen, streamOf } from './link.ts'
import type { PushOutcome } from './push-record.ts'
import type { PushKind } from './run-push.ts'

/** Fields that are written to a record that Moloni has. */
const WRITTEN: Readonly<Record<PushKind, readonly string[]>> = {
  relations: [
    'name',
    'vatNumber',
    'street',
    'postalCode',
    'city',
    'country',
    'email',
    'phone',
    'contact',
    'contactEmail',
    'contactPhone',
    'remark',
    'language',
  ],
  materials: ['description', 'price', 'barcode'],
}

/** The fields that the host may write, and whether only where Moloni has nothing. */
export function writtenFields(
  settings: Work['settings'],
  kind: PushKind,
): readonly { readonly name: string; readonly gapsOnly: boolean }[] {
  const { lead, fields } = rulesOf(settings, kind)
  // A kind that is not imported has no other leader.
  const all = !settings.imports[kind].enabled
  return WRITTEN[kind].flatMap((name) => {
    const leader = all ? 'host' : (fields[name] ?? lead)
    return leader === 'moloni' ? [] : [{ name, gapsOnly: leader === 'fillGaps' }]
  })
}

interface Holder {
  readonly remoteId: string
  readonly link: Entry<MoloniLinkRecord>
}

/**
 * Writes what the host leads of a linked record and what differs in Moloni. An empty field of the host empties nothing. Whether
 * something differs is seen by what Moloni showed last, so that most records cost no request.
 */
export async function updateRemote(
  work: Work,
  kind: PushKind,
  view: HostView,
  { remoteId, link }: Holder,
): Promise<PushOutcome> {
  const own = asMoloniHasIt(kind, view.fields)
  if (differing(work, kind, own, link.value.fields).length === 0) return { is: 'unchanged' }
  const item = await streamOf(work, kind)?.one(remoteId, { signal: work.signal })
  if (!item) return { is: 'unchanged' }
  const { entity } = item
  if (entity?.kind !== kind) return blocked(item.issues)
  const marks = marksOf(kind, fieldsOf(entity))
  const names = differing(work, kind, own, marks)
  if (names.length === 0) return { is: 'unchanged' }

  const changes = Object.fromEntries(names.map((name) => [name, own[name]]))
  const { value: write, issues } = await writeOf(work, kind, Number(remoteId), changes)
  if (!write) return blocked(issues)
  try {
    await write({ signal: work.signal })
  } catch (error) {
    work.signal?.throwIfAborted()
    if (mayHaveTakenEffect(error))
      return blocked([{ code: 'moloni_failed', severity: 'error', thing: view.key }])
    const pushed = kindFacts(kind).read(view.fields)
    if (!isRefusal(error) || (pushed?.kind !== 'relations' && pushed?.kind !== 'materials')) throw error
    return blocked(refusals(pushed, error))
  }
  // Where nothing else waits to be delivered, the next import finds what it knows.
  if (link.value.hash === (await hashOf(work, entity))) {
    const value = { ...link.value, ...(await seen(work, kind, remoteId)) }
    await work.records.moloniLinks.put({ key: link.key, expected: link.version, value })
  }
  return { is: 'updated' }
}

function differing(
  { settings }: Work,
  kind: PushKind,
  own: Fields,
  seenFields: Readonly<Record<string, string>> | undefined,
): string[] {
  return writtenFields(settings, kind)
    .filter(({ name, gapsOnly }) => {
      if (isEmpty(own[name])) return false
      if (!seenFields) return true
      const theirs = seenFields[name] ?? ''
      return gapsOnly ? theirs === '' : theirs !== markOf(name, own[name])
    })
    .map(({ name }) => name)
}

function writeOf(
  { platform: { masterData }, signal }: Work,
  kind: PushKind,
  id: number,
  changes: Fields,
): Promise<Mapped<Write>> {
  return kind === 'relations'
    ? masterData.updateCustomer(id, changes, { signal })
    : masterData.updateProduct(id, changes, { signal })
}
