import type { Relation } from '../../../../domain/index.ts'
import type { OutsmartClient } from '../../client/client.ts'
import { type RelationInput, type RelationRow, relation } from '../../client/entities/people.ts'
import type { Refusal } from '../refusals.ts'
import type { OutsmartSettings } from '../settings.ts'
import type { Made, Place, Shelf } from '../shelf.ts'
import { stated } from '../stated.ts'
import type { Companions } from './companions.ts'
import { sourceId, sourceIn } from './source-id.ts'

/** Relations lie under their debtor number; where they come from stands in `external_id`. */
export function relationShelf(
  client: OutsmartClient,
  settings: OutsmartSettings['relations'],
  companions: Companions,
): Shelf<Relation, RelationRow, RelationInput> {
  return {
    kind: 'relations',
    entity: relation,
    fields: [...textFields.map(([field]) => field), 'active'],
    keyOf: ({ debtorNumber }) => debtorNumber,
    keyOfRow: ({ debtor_number }) => debtor_number,
    list: (options) => client.relations.list({}, options),
    save: (inputs, options) => client.relations.save(inputs, options),
    isActive: ({ active }) => active !== false,
    sourceOf: ({ external_id }) => sourceIn(external_id),
    make: (record, place) => make(record, place, settings),
    recordOf,
    retired: (why) => ({ active: false, ...(why === 'moved' ? { external_id: '' } : {}) }),
    beside: (records, options) => companions.write(records, options),
  }
}

/** Fields that both sides have, by our name and by OutSmart's. */
const textFields = [
  ['debtorNumber', 'debtor_number'],
  ['name', 'name'],
  ['vatNumber', 'vat_number'],
  ['contact', 'contact'],
  ['phone', 'phone_number'],
  ['mobile', 'mobile'],
  ['email', 'email'],
  ['workOrderEmail', 'email_workorder'],
  ['street', 'street'],
  ['houseNumber', 'house_number'],
  ['postalCode', 'postal_code'],
  ['city', 'city'],
  ['country', 'country'],
  ['remark', 'remark'],
  ['language', 'language'],
] as const satisfies readonly (readonly [keyof Relation, keyof RelationRow])[]

function make(
  record: Relation,
  { existing, base, owned }: Place<RelationRow>,
  { foreignExternalId }: OutsmartSettings['relations'],
): Made<RelationInput> {
  const held = existing?.external_id
  const mine = record.source && sourceId(record.source)
  if (held && held !== mine && !owned) {
    if (!sourceIn(held) && foreignExternalId === 'refuse') return { refusal: foreign(record.debtorNumber) }
  }
  const texts = textFields.map(([ours, theirs]) => [theirs, record[ours] ?? ''] as const)
  const own = localFields.filter((field) => record[field.ours] === undefined)
  const kept = own.map(({ theirs }) => [
    theirs,
    theirs === 'house_number' && hasMoved(record, base) ? '' : (base?.[theirs] ?? ''),
  ])
  return {
    input: {
      ...(base ? relation.writable(base) : {}),
      ...Object.fromEntries([...texts, ...kept]),
      debtor_number: record.debtorNumber,
      name: record.name,
      street: record.street ?? '',
      postal_code: record.postalCode ?? '',
      city: record.city ?? '',
      active: record.active,
      ...stated({ external_id: mine }),
    },
  }
}

/** Moloni has nothing for these: what OutSmart holds stays, unless the record states something. */
const localFields = [
  { ours: 'houseNumber', theirs: 'house_number' },
  { ours: 'mobile', theirs: 'mobile' },
  { ours: 'workOrderEmail', theirs: 'email_workorder' },
] as const

/** A house number belongs to its street. */
function hasMoved({ street }: Relation, base: RelationRow | undefined): boolean {
  return base !== undefined && base.street !== street
}

function foreign(number: string): Refusal {
  const message = `Relation ${number} belongs to another system in OutSmart. Clear its external id, or allow taking it over in the settings.`
  return { ok: false, code: 'external_id_taken', field: 'external_id', message }
}

function recordOf(row: RelationRow): Partial<Relation> {
  const texts = textFields.map(([ours, theirs]) => [ours, row[theirs]] as const)
  return { ...stated(Object.fromEntries(texts)), active: row.active !== false }
}
