import type { JsonObject } from '../http/json.ts'
import { createDocumentPerson, type EsDocumentPerson } from './documents/person.ts'
import { entities } from './entities/all.ts'
import type { Entity } from './entities/entity.ts'
import { create, remove, update } from './entities/table-operations.ts'
import { allFields } from './fields.ts'
import { type CompanyCall, noTrouble } from './operation.ts'
import type { Session } from './root.ts'
import { idFields, type Row, type TableName } from './state.ts'

/**
 * A person who works in Moloni's web application: the same rules as through the API, `updatedAt` follows, and hooks
 * are told. Refusals are thrown. The company is the first of the first user unless given.
 *
 * @example
 * emulator.person.change('customers', 10_031, { phone: '960000200' })
 */
export interface EsPerson {
  create(table: TableName, fields: JsonObject, companyId?: number): Row
  change(table: TableName, id: number | string, fields: JsonObject, companyId?: number): Row
  /** False when it may not be deleted. */
  remove(table: TableName, id: number | string, companyId?: number): boolean
  readonly documents: EsDocumentPerson
}

export function createPerson(session: () => Session): EsPerson {
  function callOf(sent: JsonObject, companyId: number | undefined): CompanyCall {
    const { behaviour, state, ...rest } = session()
    const user = state.users[0]
    const id = companyId ?? user?.companies[0]
    const company = id === undefined ? undefined : state.companies[id]
    if (!user || !company) throw new RangeError(`The emulator has no company ${id}.`)
    const now = behaviour.clock.now()
    const args = { companyId: company.companyId, ...sent }
    const blank = { operation: 'person', languageId: undefined, searchable: [], trouble: noTrouble }
    return { ...rest, ...blank, behaviour, state, user, company, now, args, fields: allFields }
  }

  return {
    create: (table, fields, companyId) =>
      create(entityOf(table), callOf({ data: fields }, companyId), fields),
    change: (table, id, fields, companyId) => {
      const sent = { ...fields, [idFields[table]]: id }
      return update(entityOf(table), callOf({ data: sent }, companyId), sent)
    },
    remove: (table, id, companyId) => remove(entityOf(table), callOf({}, companyId), [id]).status === true,
    documents: createDocumentPerson((documentId, args) => {
      const companies = Object.values(session().state.companies)
      const company = companies.find(({ documents }) =>
        documents.some((row) => row.documentId === documentId),
      )
      return callOf(args, company?.companyId)
    }),
  }
}

function entityOf(table: TableName): Entity {
  const entity = entities.find((one) => one.table === table)
  if (!entity) throw new RangeError(`Nobody edits ${table} by hand.`)
  return entity
}
