import type { Issue } from '../../domain/index.ts'
import { fieldsOf } from '../imports/entities.ts'
import { canRead, readHost } from '../imports/host-view.ts'
import { moloniLinkKey } from '../imports/links.ts'
import { taxNumberOf } from '../imports/match.ts'
import type { ImportEntity } from '../platforms/platform.ts'
import type { Work } from '../work.ts'
import type { PushedEntity } from './ensure.ts'
import { streamOf } from './link.ts'

/** What a look for a record of the host in Moloni found. */
export type Found =
  | { readonly is: 'there'; readonly id: number }
  | { readonly is: 'none' }
  /** It is for a person to say. */
  | { readonly is: 'unclear'; readonly issues: readonly Issue[] }

/**
 * Looks for a record in Moloni: by number or reference, then a relation by its tax number. What is found is compared, and what
 * belongs to another record of the host already is none.
 */
export async function findRemote(work: Work, hostKey: string, entity: PushedEntity): Promise<Found> {
  return entity.kind === 'relations' ? findCustomer(work, hostKey, entity) : findProduct(work, entity)
}

async function findProduct(
  work: Work,
  entity: Exclude<PushedEntity, { readonly kind: 'relations' }>,
): Promise<Found> {
  const { code } = entity.value
  const products = (await work.platform.productsByReference(code, { signal: work.signal })).filter(
    ({ reference }) => reference === code,
  )
  const [product] = products
  if (products.length > 1) return unclear('product_ambiguous', code)
  if (!product) return { is: 'none' }
  const { productId } = product
  const theirs = await streamOf(work, entity.kind)?.one(String(productId), { signal: work.signal })
  if (theirs?.entity && theirs.entity.kind !== entity.kind) return unclear('product_of_other_kind', code)
  return { is: 'there', id: productId }
}

async function findCustomer(work: Work, hostKey: string, entity: ImportEntity<'relations'>): Promise<Found> {
  const { platform, signal } = work
  const { debtorNumber: number, name } = entity.value
  const taxNumber = taxNumberOf(fieldsOf(entity))
  const numbered = (await platform.customersByNumber(number, { signal })).filter(
    (customer) => customer.number === number,
  )
  const [customer] = numbered
  if (numbered.length > 1) return unclear('relation_ambiguous', number)
  if (customer) {
    const theirs = taxNumberOf({ vatNumber: customer.vatNumber })
    const compared = taxNumber !== undefined && theirs !== undefined
    if (compared && taxNumber !== theirs) return unclear('number_conflict', number, 'vatNumber')
    if (!compared && plain(customer.name) !== plain(name)) return unclear('name_conflict', number, 'name')
    return { is: 'there', id: customer.customerId }
  }
  if (taxNumber === undefined) return { is: 'none' }
  const same = (await platform.customersByTaxNumber?.(taxNumber, { signal })) ?? []
  const free: { readonly customerId: number; readonly number: string }[] = []
  for (const candidate of same) if (await isFree(work, hostKey, candidate)) free.push(candidate)
  const [only] = free
  if (free.length < 2) return only ? { is: 'there', id: only.customerId } : { is: 'none' }
  const details = { candidates: number, customers: free.map((it) => it.number).join(', ') }
  return {
    is: 'unclear',
    issues: [{ code: 'match_ambiguous', severity: 'error', field: 'vatNumber', thing: number, details }],
  }
}

/** Whether no other record of the host has the customer: none is linked to it, and none has its number. */
async function isFree(
  work: Work,
  hostKey: string,
  { customerId, number }: { readonly customerId: number; readonly number: string },
): Promise<boolean> {
  const link = await work.records.moloniLinks.get(moloniLinkKey(work, 'relations', String(customerId)))
  if (link && link.value.goneAt === undefined && link.value.hostKey !== hostKey) return false
  if (number === hostKey || !canRead(work, 'relations')) return true
  return (await readHost(work, 'relations', { keys: [number] })).every(({ key }) => key !== number)
}

function unclear(code: string, thing: string, field?: string): Found {
  return {
    is: 'unclear',
    issues: [{ code, severity: 'error', thing, ...(field === undefined ? {} : { field }) }],
  }
}

/** A name for comparison: without accents, punctuation, blanks and case. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
