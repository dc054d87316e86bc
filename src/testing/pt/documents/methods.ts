import type { JsonObject } from '../../http/json.ts'
import { type CompanyCall, type Method, type Methods, num, pick, read, refused, write } from '../method.ts'
import { nextHex } from '../random.ts'
import type { DocumentRow } from '../state.ts'
import { changers } from './change.ts'
import { reconcile } from './closing.ts'
import { readers } from './find.ts'
import { derivedFrom } from './present.ts'
import { documentGroups } from './types.ts'

const documentId = { document_id: 'id!' }

function documentOf({ company, values }: CompanyCall): DocumentRow | undefined {
  return company.documents.find((row) => row.document_id === num(values, 'document_id'))
}

const no = (message: string): JsonObject => ({ valid: 0, message })

/** Why a closed document cannot be taken back; undefined when it can. */
function standing({ company }: CompanyCall, row: DocumentRow | undefined): string | undefined {
  if (!row) return 'O documento não existe'
  if (row.status !== 1) return 'O documento não está fechado'
  if (derivedFrom(row, company).length > 0) return 'O documento tem documentos derivados'
  return undefined
}

function cancel(call: CompanyCall): JsonObject {
  const row = documentOf(call)
  const reason = standing(call, row)
  if (!row || reason !== undefined) return no(reason ?? '')
  if (row.transport_code !== '') return no('O documento tem código da AT')
  reconcile(call.company, row, -1)
  row.status = 2
  row.observation = call.values.observation ?? ''
  row.lastmodified = call.now
  return { valid: 1, message: 'Documento anulado' }
}

function backToDraft(call: CompanyCall): JsonObject {
  const row = documentOf(call)
  const reason = standing(call, row)
  if (!row || reason !== undefined) return no(reason ?? '')
  if (call.values.keep_conciliations !== 1) reconcile(call.company, row, -1)
  Object.assign(row, {
    status: 0,
    number: -1,
    rsa_hash: '',
    atcud: '',
    hash_control: 0,
    lastmodified: call.now,
  })
  return { valid: 1, message: 'Documento em rascunho' }
}

function pdfLink(call: CompanyCall): JsonObject {
  const row = documentOf(call)
  if (!row || row.status === 0) return refused
  const { state, company, downloadOrigin } = call
  const hash = nextHex(state, 32)
  state.downloads[hash] = { company_id: company.company_id, document_id: row.document_id }
  return { url: `${downloadOrigin}/downloads/?h=${hash}` }
}

const lineFields = 'document_product_id product_id name summary price discount exemption_reason warehouse_id'

/** Lines of a document that no later line has taken up. */
function unrelatedLines(call: CompanyCall): JsonObject[] {
  const row = documentOf(call)
  if (!row) return []
  const taken = derivedFrom(row, call.company).flatMap((derived) => derived.products)
  return row.products.flatMap((line) => {
    const used = taken.filter((one) => one.related_id === line.document_product_id)
    const qty = line.qty - used.reduce((total, one) => total + one.qty, 0)
    const taxes = line.taxes.map((tax) => pick(tax, ['tax_id', 'value', 'order', 'cumulative']))
    return qty > 0 ? [{ ...pick(line, lineFields.split(' ')), qty, taxes }] : []
  })
}

function grouped(group: string, methods: Record<string, Method>): [string, Method][] {
  return Object.entries(methods).map(([name, method]) => [`${group}/${name}`, method])
}

/** Every document group, and `documents` over all of them. */
export const documentMethods: Methods = {
  ...Object.fromEntries(
    documentGroups.flatMap((type) => grouped(type.group, { ...readers(type.typeId), ...changers(type) })),
  ),
  ...Object.fromEntries(grouped('documents', readers())),
  'documents/documentCancel': write({ ...documentId, observation: 'text' }, cancel),
  'documents/documentDraft': write({ ...documentId, keep_conciliations: 'flag' }, backToDraft),
  'documents/getPDFLink': read({ ...documentId, signed: 'flag' }, pdfLink),
  'documents/getUnrelatedProducts': read(documentId, unrelatedLines),
  'documents/deleteMBReference': write({ ...documentId, reference_id: 'id!' }, () => refused),
  'documents/setMBReferenceAsPaid': write({ document_id: 'int', reference_id: 'int' }, () => refused),
  'documents/getByMBReference': read({ entity: 'int!', reference: 'int!' }, () => []),
  'invoices/generateMBReference': write({ ...documentId, value: 'num!' }, () => refused),
}
