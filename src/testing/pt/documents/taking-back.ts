import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, type Methods, write } from '../method.ts'
import { type DocumentRow, findDocument } from '../state.ts'
import { derivedFrom, reconcile } from './associations.ts'
import { moveBack } from './stock.ts'
import { typeOf } from './types.ts'

const no = (message: string): JsonObject => ({ valid: 0, message })

/** Why a document cannot be taken back; undefined when it can. */
function standing({ company }: CompanyCall, row: DocumentRow | undefined): string | undefined {
  if (!row) return 'O documento não existe'
  if (row.status !== 1) return 'O documento não está fechado'
  if (row.pending_communication) return 'O documento aguarda comunicação à AT'
  if (derivedFrom(row, company).length > 0) return 'O documento tem documentos derivados'
  return undefined
}

function cancel(call: CompanyCall): JsonObject {
  const row = findDocument(call.company, call.values.document_id)
  const reason = standing(call, row)
  if (!row || reason !== undefined) return no(reason ?? '')
  if (row.transport_code !== '') return no('O documento tem código da AT')
  reconcile(call.company, row, -1)
  moveBack(call, row)
  row.status = 2
  row.observation = call.values.observation ?? ''
  row.lastmodified = call.now
  return { valid: 1, message: 'Documento anulado' }
}

function backToDraft(call: CompanyCall): JsonObject {
  const row = findDocument(call.company, call.values.document_id)
  const reason = standing(call, row)
  if (!row || reason !== undefined) return no(reason ?? '')
  const type = typeOf(row.document_type_id)
  if (!type?.takes || type.transport) return no('Este tipo de documento não volta a rascunho')
  if (call.values.keep_conciliations !== 1) reconcile(call.company, row, -1)
  moveBack(call, row)
  Object.assign(row, {
    status: 0,
    number: -1,
    rsa_hash: '',
    atcud: '',
    hash_control: 0,
    lastmodified: call.now,
  })
  if (type.money === 'credit') row.reconciled_value = 0
  return { valid: 1, message: 'Documento em rascunho' }
}

/** Annulling, and going back to a draft. */
export const takingBackMethods: Methods = {
  'documents/documentCancel': write({ document_id: 'id!', observation: 'text' }, cancel),
  'documents/documentDraft': write({ document_id: 'id!', keep_conciliations: 'flag' }, backToDraft),
}
