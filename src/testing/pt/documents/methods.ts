import type { JsonObject } from '../../http/json.ts'
import { nextHex } from '../../http/random.ts'
import { type CompanyCall, type Method, type Methods, num, read, refused, text, write } from '../method.ts'
import { findDocument } from '../state.ts'
import { changers } from './change.ts'
import { unrelatedLines } from './corrections.ts'
import { readers } from './find.ts'
import { referenceMethods } from './multibanco.ts'
import { takingBackMethods } from './taking-back.ts'
import { type DocumentType, documentGroups, serviceSheets } from './types.ts'

function pdfLink({ state, company, values, downloadOrigin }: CompanyCall): JsonObject {
  const row = findDocument(company, values.document_id)
  if (!row || row.status === 0) return refused
  const hash = nextHex(state, 32)
  state.downloads[hash] = { company_id: company.company_id, document_id: row.document_id }
  return { url: `${downloadOrigin}/downloads/?h=${hash}` }
}

/** A transport code that was obtained elsewhere. */
function setTransportCode(type: DocumentType): Method {
  return write({ document_id: 'id!', transport_code: 'text!' }, ({ company, values, now }) => {
    const row = findDocument(company, num(values, 'document_id'))
    if (row?.status !== 1 || row.document_type_id !== type.typeId || row.transport_code !== '') return refused
    row.transport_code = text(values, 'transport_code')
    row.transport_code_set_by = 2
    row.lastmodified = now
    return { valid: 1 }
  })
}

function methodsOf(type: DocumentType): Record<string, Method> {
  return {
    ...readers(type),
    ...(type.takes ? changers(type) : {}),
    ...(type.transport ? { setTransportCode: setTransportCode(type) } : {}),
  }
}

function grouped(group: string, methods: Record<string, Method>): [string, Method][] {
  return Object.entries(methods).map(([name, method]) => [`${group}/${name}`, method])
}

/** What the group of service sheets answers, where an account has one; by the name of the method. */
export const serviceSheetMethods: Methods = methodsOf(serviceSheets)

/** Every document group, and `documents` over all of them. */
export const documentMethods: Methods = {
  ...Object.fromEntries(documentGroups.flatMap((type) => grouped(type.group, methodsOf(type)))),
  ...Object.fromEntries(grouped('documents', readers())),
  ...takingBackMethods,
  ...referenceMethods,
  'documents/getPDFLink': read({ document_id: 'id!', signed: 'flag' }, pdfLink),
  'documents/getUnrelatedProducts': read({ document_id: 'id!' }, unrelatedLines),
}
