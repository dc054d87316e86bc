import type { JsonObject } from '../../../http/json.ts'
import { nextHex } from '../../../http/random.ts'
import { notHere } from '../../entities/references.ts'
import {
  answer,
  type Call,
  type Operations,
  ofCompany,
  ofUser,
  problem,
  Refusal,
  text,
} from '../../operation.ts'
import { documentOf } from '../change.ts'
import { documentById } from '../derived.ts'
import type { DocumentKind } from '../kinds/kind.ts'
import type { DocumentRow } from '../row.ts'
import { pdfExport, requestPdf } from './making.ts'

/** Asking for PDFs, and fetching them. */
export function pdfOperations(kind: DocumentKind): Operations {
  const { apiCode } = kind
  return {
    [`${apiCode}GetPDF`]: ofCompany((call) => requestPdf(call, documentOf(call, kind, call.args.documentId))),
    [`${apiCode}GetPDFToken`]: ofUser((call) => answer(token(call, kind))),
    [`${apiCode}GetZIP`]: ofCompany((call) => {
      const { documents } = call.args
      const rows = (Array.isArray(documents) ? documents : []).map((id) => documentOf(call, kind, id))
      return rows.length > 0 && rows.every(({ status }) => status === 1)
    }),
    [`${apiCode}GetZIPToken`]: ofCompany(() => {
      throw new Refusal(problem('fullPath', 'The file is not ready'))
    }),
  }
}

/** A token for a file that is there. */
function token(call: Call, kind: DocumentKind): JsonObject {
  const { now, state, behaviour } = call
  const row = anywhere(call, kind)
  const path = pdfExport(row, now)
  if (!path) throw new Refusal(problem('documentId', 'The PDF of the document is not ready'))
  const value = nextHex(state, 48)
  state.mediaTokens = state.mediaTokens.filter(({ expires }) => expires > now)
  state.mediaTokens.push({ token: value, path, expires: now + behaviour.pdfTokenSeconds * 1000 })
  return { token: value, path, filename: fileName(kind, row) }
}

/** The document in any company of the user: no company is told. */
function anywhere({ args, state, user }: Call, kind: DocumentKind): DocumentRow {
  for (const companyId of user?.companies ?? []) {
    const row = documentById(state.companies[companyId] ?? { documents: [] }, args.documentId)
    if (row?.documentTypeId === kind.typeId) return row
  }
  throw new Refusal(problem('documentId', notHere('document', false)))
}

function fileName({ apiCode }: DocumentKind, row: DocumentRow): string {
  const set = text(row, 'documentSetName').replaceAll(/[^\w.-]/g, '_')
  return `${apiCode}_${set}_${row.number}.pdf`
}
