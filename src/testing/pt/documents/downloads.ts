import { page } from '../../http/html-page.ts'
import type { CompanyState, DocumentRow, PtState } from '../state.ts'

const cookie = 'moloni_download'

/**
 * The page behind a PDF link, and the file behind the page. The file needs the cookie that the page sets; without it
 * the page is shown again.
 */
export function download(state: PtState, request: Request): Response {
  const url = new URL(request.url)
  const hash = url.searchParams.get('h') ?? ''
  const target = state.downloads[hash]
  const company = target && state.companies[target.company_id]
  const document = company?.documents.find((row) => row.document_id === target?.document_id)
  if (!company || !document) return page(404, '<h1>Documento não encontrado</h1>')
  const cookies = request.headers.get('cookie') ?? ''
  const wanted = url.searchParams.get('action') === 'getDownload'
  if (wanted && cookies.includes(`${cookie}=${hash}`)) return file(document, company)
  const link = `index.php?action=getDownload&amp;h=${hash}&amp;d=${document.document_id}&amp;e=pt&amp;i=1`
  return page(200, `<h1>O seu documento</h1><a href="${link}">Descarregar</a>`, {
    'set-cookie': `${cookie}=${hash}; Path=/downloads; HttpOnly`,
  })
}

function file(document: DocumentRow, company: CompanyState): Response {
  const title = `${document.document_set_name}/${document.number}`
  const text = `%PDF-1.4\n% ${company.info.name} ${title} ${document.net_value.toFixed(2)} EUR\n%%EOF\n`
  return new Response(text, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${document.document_id}.pdf"`,
    },
  })
}
