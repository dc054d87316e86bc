import type { Relation } from '../../../../domain/index.ts'
import type { CallOptions } from '../../client/caller.ts'
import type { OutsmartClient } from '../../client/client.ts'
import {
  type AddressInput,
  type AddressRow,
  address,
  type ContactPersonInput,
  type ContactPersonRow,
  contactPerson,
} from '../../client/entities/people.ts'
import type { Entity } from '../../client/entity.ts'
import { folded, type HeldList, heldList } from '../lists.ts'
import { problemRefusal, type Refusal } from '../refusals.ts'
import { isSame } from '../same.ts'
import type { OutsmartSettings } from '../settings.ts'
import type { SinkParts } from '../sink.ts'
import { stated } from '../stated.ts'
import { writeThrough } from '../write-through.ts'
import { sourceId } from './source-id.ts'

/** Contact persons and further addresses of relations: records of their own in OutSmart. */
export interface Companions {
  /** One refusal, or none, for each relation. */
  write(relations: readonly Relation[], options: CallOptions): Promise<(Refusal | undefined)[]>
}

interface Part<Row, Input> {
  readonly entity: Entity<Row, Input>
  readonly list: HeldList<Row>
  readonly save: (inputs: readonly Input[], options: CallOptions) => Promise<number>
  readonly keyOf: (input: Input) => string
  readonly of: (relation: Relation) => Input[]
  readonly field: string
}

export function companionsOf(
  client: OutsmartClient,
  settings: OutsmartSettings['relations'],
  { clock, batchSize, listsMs: ms }: SinkParts,
): Companions {
  const contacts: Part<ContactPersonRow, ContactPersonInput> = {
    entity: contactPerson,
    list: heldList(
      (options) => client.contactPersons.list({}, options),
      ({ cpn_code }) => cpn_code,
      { clock, ms },
    ),
    save: (inputs, options) => client.contactPersons.save(inputs, options),
    keyOf: ({ cpn_code }) => cpn_code,
    of: (relation) => (settings.contacts ? contactOf(relation) : []),
    field: 'contact',
  }
  const addresses: Part<AddressRow, AddressInput> = {
    entity: address,
    list: heldList(
      (options) => client.addresses.list({}, options),
      ({ adr_code }) => adr_code,
      { clock, ms },
    ),
    save: (inputs, options) => client.addresses.save(inputs, options),
    keyOf: ({ adr_code }) => adr_code,
    of: (relation) => (settings.addresses ? addressesOf(relation) : []),
    field: 'addresses',
  }
  return {
    async write(relations, options) {
      const first = await writePart(contacts, relations, options, batchSize)
      const second = await writePart(addresses, relations, options, batchSize)
      return relations.map((_, i) => first[i] ?? second[i])
    },
  }
}

async function writePart<Row, Input extends object>(
  part: Part<Row, Input>,
  relations: readonly Relation[],
  { signal }: CallOptions,
  batchSize: number,
): Promise<(Refusal | undefined)[]> {
  const refusals: (Refusal | undefined)[] = relations.map(() => undefined)
  const wanted = relations.flatMap((relation, owner) => part.of(relation).map((input) => ({ owner, input })))
  if (wanted.length === 0) return refusals
  const held = await part.list.rows(signal)
  const writes = wanted.flatMap(({ owner, input }) => {
    const existing = held.get(folded(part.keyOf(input)))
    const whole: Input = existing === undefined ? input : { ...part.entity.writable(existing), ...input }
    const encoded = part.entity.encode(whole, '')
    const [problem] = 'problems' in encoded ? encoded.problems : []
    if (problem) refusals[owner] = problemRefusal(problem)
    return problem || isSame(whole, existing) ? [] : [{ owner, input: whole }]
  })
  if (writes.length === 0) return refusals
  const outcomes = await writeThrough(
    writes.map(({ input }) => input),
    { list: part.list, save: (some) => part.save(some, { signal }), batchSize, signal },
  )
  for (const [i, { owner }] of writes.entries()) {
    const refusal = outcomes[i]
    if (refusal) refusals[owner] ??= { ...refusal, field: refusal.field ?? part.field }
  }
  return refusals
}

/** The contact of the customer's card; Moloni gives it no number, so it has the customer's. */
function contactOf({
  debtorNumber,
  source,
  contact,
  contactPhone,
  contactEmail,
}: Relation): ContactPersonInput[] {
  if (!contact || !source) return []
  return [
    {
      cpn_code: sourceId(source),
      cpn_debtor_nr: debtorNumber,
      cpn_name: contact,
      ...stated({ cpn_phone: contactPhone, cpn_email: contactEmail }),
    },
  ]
}

/** Addresses that are complete enough for OutSmart. */
function addressesOf({ debtorNumber, source, addresses = [] }: Relation): AddressInput[] {
  return addresses.flatMap(({ id, name, street, postalCode, city, country }) => {
    if (!source || !street || !postalCode || !city) return []
    return [
      {
        adr_code: sourceId({ ...source, id: `${source.id}-${id}` }),
        adr_debtor_nr: debtorNumber,
        adr_line_1: street,
        adr_zip: postalCode,
        adr_city: city,
        ...stated({ adr_country: country, adr_remark: name }),
      },
    ]
  })
}
