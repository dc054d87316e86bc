import { nextHex } from '../../../http/random.ts'
import { timeText } from '../../dates.ts'
import { type CompanyCall, text } from '../../operation.ts'
import type { EsState } from '../../state.ts'
import { kindOf } from '../kinds/all.ts'
import type { DocumentRow } from '../row.ts'
import { pdfText } from './file.ts'

/** Starts making the PDF of a closed document, unless it is there or in the making; false for a draft. */
export function requestPdf(call: CompanyCall, row: DocumentRow): boolean {
  if (row.status !== 1) return false
  if (row.pdfPath !== null) return true
  const { behaviour, company, now, state } = call
  const ms = behaviour.pdfSeconds * 1000
  const path = newPath(call)
  row.pdfPath = path
  row.pdfDue = now + ms
  state.media[path] = { type: 'application/pdf', base64: btoa(pdfText(printed(call, row))), private: true }
  const fire = (operation: string) =>
    call.fire({ companyId: company.companyId, model: 'Document', operation, id: row.documentId })
  fire('pdfStartGenerating')
  if (!company.hooks.some(({ operation }) => operation === 'pdfGenerated')) return true
  behaviour.clock.sleep(ms).then(
    () => {
      if (row.pdfPath === path) fire('pdfGenerated')
    },
    () => undefined,
  )
  return true
}

/** Null before anybody asked for it, empty while it is in the making, then its path. */
export function pdfExport({ pdfPath, pdfDue }: Partial<DocumentRow>, now: number): string | null {
  if (typeof pdfPath !== 'string') return null
  return now < Number(pdfDue) ? '' : pdfPath
}

/** The file no longer shows what the document is. */
export function forgetPdf(state: EsState, row: DocumentRow): void {
  if (row.pdfPath !== null) delete state.media[row.pdfPath]
  Object.assign(row, { pdfPath: null, pdfDue: null })
}

function newPath({ now, state }: CompanyCall): string {
  const [day = '', time = ''] = timeText(now).split('T')
  const folder = state.platform === 'on' ? 'molonion' : 'moloni'
  return `/privateassets/file/${folder}/${day.replaceAll('-', '/')}/${time.slice(0, 2)}/${nextHex(state, 32)}.pdf`
}

function printed({ company }: CompanyCall, row: DocumentRow): string[] {
  const kind = kindOf(row.documentTypeId)
  return [
    text(company.company, 'name'),
    `${kind?.title[company.company.countryId === 1 ? 'pt' : 'es']} ${row.documentSetName}/${row.number}`,
    `${text(row, 'entityName')} ${text(row, 'entityVat')}`,
    ...row.products.map(({ qty, name, price }) => `${qty} x ${name}: ${price}`),
    `Total: ${row.totalValue.toFixed(2)}`,
    ...(row.nullified ? ['Nullified'] : []),
  ]
}
