import { describe, expect, it, vi } from 'vitest'
import { createPtClient, documentPdf, type PdfOptions } from '../../../src/pt/index.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { invoice, office } from './support.ts'

const LINK = 'https://www.moloni.pt/downloads/?h=abc'
const FILE = 'index.php?action=getDownload&amp;h=abc&amp;d=5&amp;e=pt&amp;i=1'
const PDF = '%PDF-1.4\n% Fatura\n%%EOF\n'

/** A client whose link is the given one. */
function linked(url = LINK) {
  return createPtClient({
    token: 'the-token',
    companyId: 1,
    budget: false,
    fetch: async () => Response.json({ url }),
  })
}

/** Fetches what the script answers in turn, and remembers the requests. */
function scripted(...answers: readonly (() => Response | Promise<Response>)[]) {
  const asked: Request[] = []
  const fetch = async (request: Request) => {
    asked.push(request)
    const answer = answers[asked.length - 1]
    if (!answer) throw new Error('nothing to answer')
    return answer()
  }
  return { asked, fetch }
}

const page =
  (link: string, headers: [string, string][] = []) =>
  () =>
    new Response(`<a class="x" href="${link}">Descarregar</a>`, {
      headers: [['content-type', 'text/html'], ...headers],
    })
const file =
  (text: string, headers: Record<string, string> = {}) =>
  () =>
    new Response(text, { headers })

const get = (fetch: PdfOptions['fetch'], options: PdfOptions = {}) =>
  documentPdf(linked(), { document_id: 5 }, { fetch, ...options })

describe('documentPdf', () => {
  it('opens the page behind the link and takes the file, over real HTTP', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    const pdf = await documentPdf(parts.pt, { document_id })
    expect(new TextDecoder().decode(pdf.bytes)).toMatch(/^%PDF-/)
    expect(pdf.fileName).toBe(`${document_id}.pdf`)
    expect(pdf.url.startsWith(`${parts.url}/downloads/?h=`)).toBe(true)
  })

  it('is refused for a draft', async () => {
    const { pt, sale } = await office()
    const { document_id } = await pt.invoices.insert(sale.fields)
    await expect(documentPdf(pt, { document_id })).rejects.toMatchObject({ name: 'RefusedError' })
  })

  it('keeps every cookie and never shows the login', async () => {
    const cookies: [string, string][] = [
      ['set-cookie', 'one=1; Path=/; HttpOnly'],
      ['set-cookie', 'two=2'],
    ]
    const { fetch, asked } = scripted(page(FILE, cookies), file(PDF))
    await get(fetch)
    expect(asked.map(({ url }) => url)).toEqual([
      LINK,
      'https://www.moloni.pt/downloads/index.php?action=getDownload&h=abc&d=5&e=pt&i=1',
    ])
    expect(asked.map(({ headers }) => headers.get('cookie'))).toEqual([null, 'one=1; two=2'])
    expect(asked.flatMap(({ url, headers }) => [url, ...headers.values()]).join()).not.toContain('the-token')
  })

  it('takes a link that is the file itself', async () => {
    const { fetch, asked } = scripted(file(PDF))
    expect((await get(fetch)).bytes).toHaveLength(PDF.length)
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['as Moloni names it', 'attachment; filename="FT 2025-7.pdf"', 'FT 2025-7.pdf'],
    ['without folders', 'attachment; filename="../../etc/passwd"', 'passwd'],
    ['by its id when it has no name', 'attachment', '5.pdf'],
  ])('names the file %s', async (_, disposition, fileName) => {
    const { fetch } = scripted(page(FILE), file(PDF, { 'content-disposition': disposition }))
    expect(await get(fetch)).toMatchObject({ fileName })
  })

  it.each([
    ['a page without a file', [page('https://www.moloni.pt/')]],
    ['a file somewhere else', [page('https://example.com/?action=getDownload')]],
    ['the page once more', [page(FILE), page(FILE)]],
    ['a file that is cut', [page(FILE), file(PDF.slice(0, 12))]],
    ['a file shorter than stated', [page(FILE), file(PDF, { 'content-length': '900' })]],
    ['nothing', [page(FILE), file('')]],
  ])('does not take %s', async (_, answers) => {
    await expect(get(scripted(...answers).fetch)).rejects.toMatchObject({
      name: 'ContractError',
      code: 'unexpected_answer',
    })
  })

  it('does not open a link that is no web address', async () => {
    const { fetch, asked } = scripted()
    await expect(
      documentPdf(linked('file:///etc/passwd'), { document_id: 5 }, { fetch }),
    ).rejects.toMatchObject({ name: 'ContractError' })
    expect(asked).toEqual([])
  })

  it('says that the link is gone', async () => {
    const { fetch } = scripted(() => new Response('', { status: 404 }))
    await expect(get(fetch)).rejects.toMatchObject({ name: 'HttpError', status: 404 })
  })

  it('tells a cut connection without its words', async () => {
    const fetch = async () => {
      throw new TypeError(`fetch failed: ${LINK}`)
    }
    const error = await get(fetch).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'NetworkError' })
    expect(JSON.stringify(error)).not.toContain('h=abc')
    expect(error).not.toHaveProperty('cause')
  })

  it('ends a body that never does', async () => {
    const clock = fakeClock()
    const stalled = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))
    const pending = get(scripted(stalled).fetch, { clock, timeout: 500 })
    const settled = expect(pending).rejects.toMatchObject({ name: 'TimeoutError', timeoutMs: 500 })
    await vi.waitFor(() => expect(clock.sleeping).toBe(1))
    await clock.advance(600)
    await settled
  })

  it('ends when its caller does', async () => {
    const ending = new AbortController()
    const fetch = () => {
      ending.abort(new Error('enough'))
      return new Promise<Response>(() => {})
    }
    await expect(get(fetch, { signal: ending.signal })).rejects.toThrow('enough')
  })
})
