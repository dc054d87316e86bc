import type { JsonObject } from '../../http/json.ts'
import { inGlobalTable } from '../globals/tables.ts'
import { page } from '../lists/page.ts'
import {
  answer,
  type CompanyCall,
  num,
  type Operations,
  ofCompany,
  type Problem,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import type { Entity } from './entity.ts'
import { taken } from './parties.ts'
import { notHere } from './references.ts'

export const documentSet: Entity = {
  name: 'documentSet',
  table: 'documentSets',
  model: 'DocumentSet',
  defaults: () => ({ isDefault: false }),
  judge,
}

function judge(call: CompanyCall, after: JsonObject, before: JsonObject | undefined): Problem[] {
  const name = text(after, 'name')
  if (name.trim() === '') return [problem('name', 'Name is required')]
  return taken(call, 'documentSets', 'name', name, before)
    ? [problem('name', 'A document set with that name already exists for your company')]
    : []
}

/** Sets are read only where one of them is the default. */
function needDefaultSet({ company }: CompanyCall): void {
  if (company.documentSets.some(({ isDefault, visible }) => isDefault === true && visible !== 0)) return
  throw new Refusal(
    problem('documentSetId', 'There is no default document set defined for your company, please add one'),
  )
}

export const documentSetExtras: Operations = {
  documentSets: ofCompany((call) => {
    needDefaultSet(call)
    return page(call, call.company.documentSets, 'DocumentSetRead')
  }),
  documentSetsForDocument: ofCompany((call) => {
    needDefaultSet(call)
    return answer(setsFor(call, num(call.args, 'documentTypeId')))
  }),
  documentSetsForDocuments: ofCompany((call) => {
    needDefaultSet(call)
    const { documentTypeIds } = call.args
    const ids = Array.isArray(documentTypeIds) ? documentTypeIds : []
    return answer(ids.map((id) => setsFor(call, Number(id))))
  }),
}

/** The default set for a type of document, and all that may be chosen. */
function setsFor(call: CompanyCall, documentTypeId: number): JsonObject {
  if (!inGlobalTable('documentTypes', documentTypeId, call.behaviour)) {
    throw new Refusal(problem('documentTypeId', notHere('documentType', false)))
  }
  const documentSets = call.company.documentSets.filter(({ visible }) => visible !== 0)
  return { ...documentSets.find(({ isDefault }) => isDefault === true), documentTypeId, documentSets }
}
