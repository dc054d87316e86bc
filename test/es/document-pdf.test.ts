import { describe, expect, it } from 'vitest'
import { createEsClient, documentPdf, type PdfOptions } from '../../src/es/index.ts'
import { serve } from '../../src/testing/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { office } from './office.ts'
import { answer, failure, record, root, scripted } from './support.ts'

const PDF = '%PDF-1.4\n% Factura\n%%EOF\n'
const token = { token: 'key-1', path: '/privateassets/file/moloni/x.pdf', filename: 'FT_1.pdf' }
const notReady = record('invoiceGetPDFToken', null, [{ field: 'documentId', msg: 'The PDF is not ready' }])
const queued = root('invoiceGetPDF', true)
const ready = record('invoiceGetPDFToken', token)
const document = { group: 'invoices', documentId: 5 } as const

/** A host of files that answers in turn, the last one again and again. */
function files(...answers: readonly (() => Response | Promise<Response>)[]) {
  const asked: Request[] = []
  const fetch = async (request: Request) => {
    asked.push(request)
    const next = answers[Math.min(asked.length, answers.length) - 1]
    if (!next) throw new Error('nothing to answer')
    return next()
  }
  return { asked, fetch }
}

const file =
  (text: string, init: ResponseInit = {}) =>
  () =>
    new Response(text, init)

function get(steps: Parameters<typeof scripted>[0], media: ReturnType<typeof files>, own: PdfOptions = {}) {
  const { es, sent, clock } = scripted(steps)
  return { sent, clock, pdf: documentPdf(es, document, { fetch: media.fetch, clock, ...own }) }
}

describe('documentPdf', () => {
  it.each(['es', 'on'] as const)('asks, waits, and takes the file, on %s', async (platform) => {
    const { es, sale, fetch, clock } = await office({ platform })
    clock.auto = true
    const { documentId } = await es.invoices.create({ ...sale, status: 1 })
    const { bytes, fileName } = await documentPdf(es, { group: 'invoices', documentId }, { fetch, clock })
    expect(new TextDecoder().decode(bytes)).toMatch(/^%PDF-.*%%EOF\s*$/s)
    expect(fileName).toMatch(/\.pdf$/)
  })

  it('works over a real connection, the files on the same server', async () => {
    const { emulator, tokens, sale, es, clock } = await office()
    const { url, close } = await serve(emulator)
    try {
      clock.auto = true
      const { documentId } = await es.invoices.create({ ...sale, status: 1 })
      const real = createEsClient({
        token: tokens,
        companyId: Number(Object.keys(emulator.state.companies)[0]),
        baseUrl: url,
        budget: false,
      })
      const { bytes } = await documentPdf(real, { group: 'invoices', documentId }, { mediaUrl: url, clock })
      expect(bytes.length).toBeGreaterThan(100)
    } finally {
      await close()
    }
  })

  it('is refused for a draft', async () => {
    const { es, sale, fetch, clock } = await office()
    const { documentId } = await es.invoices.create(sale)
    await expect(documentPdf(es, { group: 'invoices', documentId }, { fetch, clock })).rejects.toMatchObject({
      name: 'RefusedError',
    })
  })

  it('waits as long as it takes, and shows the login to nobody', async () => {
    const media = files(file(PDF))
    const { pdf, sent, clock } = get([queued, notReady, notReady, ready], media, { pause: 2_000 })
    const start = clock.now()
    expect(await pdf).toEqual({ bytes: new TextEncoder().encode(PDF), fileName: 'FT_1.pdf' })
    expect(clock.now() - start).toBe(4_000)
    expect(sent).toHaveLength(4)
    expect(media.asked.map(({ url }) => url)).toEqual([
      'https://mediaapi.moloni.org/privateassets/file/moloni/x.pdf?jwt=key-1',
    ])
    expect(media.asked.map(({ headers }) => headers.get('authorization'))).toEqual([null])
  })

  it('asks for another key when one died on the way', async () => {
    const second = record('invoiceGetPDFToken', { ...token, token: 'key-2' })
    const media = files(file('', { status: 403 }), file(PDF))
    await get([queued, ready, second], media).pdf
    expect(media.asked.map(({ url }) => new URL(url).searchParams.get('jwt'))).toEqual(['key-1', 'key-2'])
  })

  it('goes on when the file was asked for before', async () => {
    const row = { documentId: 5, documentTypeId: 1, documentSetName: 'A', totalValue: 1, pdfExport: '' }
    const refused = root('invoiceGetPDF', false)
    const fields =
      'number year date status nullified currencyExchangeTotalValue entityName entityNumber entityVat ourReference yourReference notes customer grossValue taxesValue products documentSetId expirationDate'
    const whole = { ...Object.fromEntries(fields.split(' ').map((name) => [name, null])), ...row }
    const { pdf } = get([refused, record('invoice', whole), ready], files(file(PDF)))
    expect((await pdf).fileName).toBe('FT_1.pdf')
    const never = get([refused, record('invoice', { ...whole, pdfExport: null }), ready], files(file(PDF)))
    await expect(never.pdf).rejects.toMatchObject({ name: 'RefusedError' })
  })

  it('names a file without a name by its document', async () => {
    const nameless = record('invoiceGetPDFToken', { ...token, filename: null })
    expect(await get([queued, nameless], files(file(PDF))).pdf).toMatchObject({ fileName: '5.pdf' })
  })

  it('gives up after its deadline', async () => {
    const { pdf, clock } = get([queued, notReady], files(), { deadline: 10_000, pause: 3_000 })
    const start = clock.now()
    await expect(pdf).rejects.toMatchObject({ name: 'TimeoutError', timeoutMs: 10_000 })
    expect(clock.now() - start).toBe(9_000)
  })

  it.each([
    ['half a file', file(PDF.slice(0, 12))],
    ['a page', file('<html>')],
    ['nothing', file('')],
    ['fewer bytes than stated', file(PDF, { headers: { 'content-length': '900' } })],
  ])('does not take %s', async (_what, step) => {
    await expect(get([queued, ready], files(step)).pdf).rejects.toMatchObject({
      name: 'ContractError',
      code: 'unexpected_answer',
    })
  })

  it.each([['https://example.com/x.pdf'], ['//example.com/x.pdf'], ['http://mediaapi.moloni.org/x.pdf']])(
    'does not carry the key to %s',
    async (path) => {
      const media = files(file(PDF))
      const { pdf } = get([queued, record('invoiceGetPDFToken', { ...token, path })], media)
      await expect(pdf).rejects.toMatchObject({ name: 'ContractError', paths: ['path'] })
      expect(media.asked).toEqual([])
    },
  )

  it.each([
    ['a dead login', [answer('{}', 401)], 'access_refused'],
    ['a dead login later', [queued, answer('{}', 401)], 'access_refused'],
    ['trouble', [queued, answer('{}', 500)], 'http_500'],
    [
      'an unreadable key',
      [queued, record('invoiceGetPDFToken', { token: null, path: '/x' })],
      'unexpected_answer',
    ],
  ] as const)('ends with %s', async (_what, steps, code) => {
    await expect(get([...steps], files()).pdf).rejects.toMatchObject({ code })
  })

  it.each([
    ['trouble with the file', file('', { status: 500 }), 'http_500'],
    [
      'a cut connection',
      () => Promise.reject(new Error('https://mediaapi.moloni.org/x?jwt=key-1')),
      'network',
    ],
  ])('ends with %s, without the key in its words', async (_what, step, code) => {
    const error = await failure(get([queued, ready], files(step)).pdf)
    expect(error).toMatchObject({ code })
    expect(JSON.stringify(error)).not.toContain('key-1')
  })

  it('ends when its caller does', async () => {
    const { es } = scripted([queued, notReady])
    const ending = new AbortController()
    const clock = fakeClock()
    const pending = documentPdf(es, document, { clock, signal: ending.signal })
    const settled = expect(pending).rejects.toBe('enough')
    while (clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve))
    ending.abort('enough')
    await settled
  })

  it.each([['mediaapi'], ['ftp://example.com']])('does not take the host %s', async (mediaUrl) => {
    const { es, sent } = scripted([queued])
    await expect(documentPdf(es, document, { mediaUrl })).rejects.toMatchObject({ code: 'invalid_option' })
    expect(sent).toHaveLength(0)
  })
})
