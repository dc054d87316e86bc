import type { JsonObject } from '../../http/json.ts'
import { dayText } from '../dates.ts'
import { lostReferences, notHere } from '../entities/references.ts'
import { type CompanyCall, num, objects, type Problem, problem, text } from '../operation.ts'
import { findRow } from '../state.ts'
import { relationsOf } from './build.ts'
import { isPercent, lineProblems } from './judge-lines.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { originProblems } from './origins.ts'
import { addressOf, partyField, partyOf } from './party.ts'
import { paymentProblems } from './payments.ts'
import { relationProblems, toldProblems } from './relations.ts'
import type { DocumentRow } from './row.ts'

/** Everything that is wrong with what was sent for a new document, or for the draft `before`. */
export function judgeDocument(
  call: CompanyCall,
  kind: DocumentKind,
  sent: JsonObject,
  before?: DocumentRow,
): Problem[] {
  const after = { ...before, ...sent }
  const settled = ['relatedWith', 'totalValue', partyField(kind)]
  return [
    ...referenceProblems(call, kind, sent, after),
    ...valueProblems(sent, after),
    ...(kind.told || (before && sent.products === undefined)
      ? []
      : lineProblems(call, objects(sent, 'products'))),
    ...originProblems(call, kind, objects(sent, 'products')),
    ...paymentProblems(call, sent),
    ...(before && !settled.some((field) => field in sent) ? [] : settledProblems(call, kind, after)),
  ]
}

function referenceProblems(
  call: CompanyCall,
  kind: DocumentKind,
  sent: JsonObject,
  after: JsonObject,
): Problem[] {
  const found = lostReferences(call, sent, 'documentId')
  for (const field of [partyField(kind), 'documentSetId']) {
    if (!after[field]) found.push(problem(field, notHere(field.slice(0, -2))))
  }
  if (sent.vehicleId && !findRow(call.company, 'vehicles', sent.vehicleId)) {
    found.push(problem('vehicleId', notHere('vehicle')))
  }
  const { alternateAddressId } = sent
  if (alternateAddressId && !addressOf(partyOf(call, kind, after) ?? {}, alternateAddressId)) {
    found.push(problem('alternateAddressId', notHere('alternateAddress')))
  }
  return found
}

function valueProblems(sent: JsonObject, after: JsonObject): Problem[] {
  const found: Problem[] = []
  if (![undefined, null, 0, 1].some((one) => one === sent.status)) {
    found.push(problem('status', 'Invalid status'))
  }
  if (![undefined, null, 0, 1, 2].some((one) => one === sent.documentCalculationsMode)) {
    found.push(problem('documentCalculationsMode', 'Invalid document calculations mode'))
  }
  for (const field of ['globalDiscount', 'financialDiscount']) {
    if (!isPercent(sent[field])) found.push(problem(field, 'Discount must be between 0 and 100'))
  }
  if (num(sent, 'currencyExchangeExchange') < 0) {
    found.push(problem('currencyExchangeExchange', 'Invalid exchange rate'))
  }
  const due = text(after, 'expirationDate')
  if (due !== '' && due < dayText(text(after, 'date'))) {
    found.push(problem('expirationDate', 'The expiration date is earlier than the date of the document'))
  }
  return found
}

function settledProblems(call: CompanyCall, kind: DocumentKind, after: JsonObject): Problem[] {
  const relations = relationsOf(after)
  return [
    ...relationProblems(call, kind, relations, after[partyField(kind)]),
    ...toldProblems(call, kind, relations, num(after, 'totalValue')),
  ]
}
