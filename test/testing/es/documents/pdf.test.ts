import { describe, expect, it } from 'vitest'
import { serve } from '../../../../src/testing/index.ts'
import { at } from '../support.ts'
import { type Office, office } from './office.ts'

const notReady = {
  data: null,
  errors: [{ field: 'documentId', msg: 'The PDF of the document is not ready' }],
}

/** What plug-ins do to get a PDF. */
async function printer(options: Parameters<typeof office>[0] = {}) {
  const world = await office(options)
  const { call, emulator } = world
  return {
    ...world,
    ask: async (documentId: number, code = 'invoice') =>
      at(
        await call(
          `mutation ${code}GetPDF($companyId: Int!,$documentId: Int!) { ${code}GetPDF(companyId: $companyId,documentId: $documentId) }`,
          { documentId },
        ),
        `data.${code}GetPDF`,
      ),
    token: async (documentId: number, code = 'invoice') =>
      at(
        await call(
          `query ${code}GetPDFToken($documentId: Int!) { ${code}GetPDFToken(documentId: $documentId) { data { token filename path } errors { field msg } } }`,
          { documentId },
        ),
        `data.${code}GetPDFToken`,
      ),
    fetchFile: (path: unknown, jwt?: unknown) =>
      emulator.fetch(
        new Request(`https://mediaapi.moloni.org${path}${jwt === undefined ? '' : `?jwt=${jwt}`}`),
      ),
  }
}

const exported = async ({ one }: Pick<Office, 'one'>, documentId: number, code = 'invoice') =>
  at(await one(code, documentId), 'pdfExport')

describe('a PDF', () => {
  it('takes a while, then has a path, and a token that opens it', async () => {
    const world = await printer()
    const { closed, ask, token, clock, fetchFile } = world
    const documentId = await closed('invoice')
    expect(await exported(world, documentId)).toBeNull()
    expect(await token(documentId)).toEqual(notReady)
    expect(await ask(documentId)).toBe(true)
    expect(await exported(world, documentId)).toBe('')
    await clock.advance(2_999)
    expect(await token(documentId)).toEqual(notReady)
    await clock.advance(1)
    const path = await exported(world, documentId)
    expect(path).toMatch(/^\/privateassets\/file\/moloni\/2026\/03\/02\/09\/[0-9a-f]{32}\.pdf$/)
    const answer = await token(documentId)
    expect(answer).toMatchObject({ errors: [], data: { path, filename: 'invoice_A_1.pdf' } })
    const response = await fetchFile(path, at(answer, 'data.token'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(await response.text()).toMatch(/^%PDF-1\.[\s\S]*Factura A\/1[\s\S]*%%EOF\n$/)
  })

  it('points at its own parts', async () => {
    const { closed, ask, token, clock, fetchFile } = await printer({ pdfSeconds: 0 })
    const documentId = await closed('invoice', { notes: 'ñ (€)' })
    await ask(documentId)
    await clock.advance(0)
    const answer = await token(documentId)
    const text = await (await fetchFile(at(answer, 'data.path'), at(answer, 'data.token'))).text()
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1])
    expect(text.slice(table, table + 4)).toBe('xref')
    for (const [index, offset] of [...text.matchAll(/^(\d{10}) 00000 n $/gm)].entries()) {
      expect(text.slice(Number(offset[1])).startsWith(`${index + 1} 0 obj`)).toBe(true)
    }
  })

  it('is opened by a fresh token only, of its own, without a login', async () => {
    const { closed, ask, token, clock, fetchFile } = await printer()
    const [documentId, other] = [await closed('invoice'), await closed('invoice')]
    await ask(documentId)
    await ask(other)
    await clock.advance(3_000)
    const answer = await token(documentId)
    const path = at(answer, 'data.path')
    expect((await fetchFile(path)).status).toBe(403)
    expect((await fetchFile(path, 'x')).status).toBe(403)
    expect((await fetchFile(path, at(await token(other), 'data.token'))).status).toBe(403)
    expect((await fetchFile('/privateassets/file/x.pdf', at(answer, 'data.token'))).status).toBe(404)
    await clock.advance(9_999)
    expect((await fetchFile(path, at(answer, 'data.token'))).status).toBe(200)
    await clock.advance(1)
    expect((await fetchFile(path, at(answer, 'data.token'))).status).toBe(403)
  })

  it('is refused for drafts, other kinds and unknown documents', async () => {
    const { made, closed, ask, token } = await printer()
    const documentId = await closed('invoice')
    expect(await ask(await made('invoice'))).toBe(false)
    expect(await ask(documentId, 'estimate')).toBe(false)
    expect(await ask(4)).toBe(false)
    expect(at(await token(4), 'errors.0.msg')).toBe('The document provided does not exist')
    expect(at(await token(documentId, 'estimate'), 'errors.0.msg')).toBe(
      'The document provided does not exist',
    )
  })

  it('is made once while the document stays as it is, and anew when it changed', async () => {
    const world = await printer({ platform: 'on' })
    const { closed, ask, clock, call, emulator } = world
    const documentId = await closed('invoice')
    await ask(documentId)
    await clock.advance(1_000)
    expect(await ask(documentId)).toBe(true)
    await clock.advance(2_000)
    const first = await exported(world, documentId)
    expect(first).toMatch(/molonion/)
    await ask(documentId)
    expect(await exported(world, documentId)).toBe(first)
    await call(
      'mutation ($companyId: Int!, $documentId: Int!) { invoiceNullify(companyId: $companyId, documentId: $documentId, nullifiedReason: "x") { errors { msg } } }',
      { documentId },
    )
    expect(await exported(world, documentId)).toBeNull()
    await ask(documentId)
    await clock.advance(3_000)
    expect(await exported(world, documentId)).not.toBe(first)
    expect(Object.keys(emulator.state.media)).toHaveLength(1)
  })

  it('takes as long, and its token lives as long, as the options say', async () => {
    const { closed, ask, token, clock, fetchFile } = await printer({ pdfSeconds: 8, pdfTokenSeconds: 2 })
    const documentId = await closed('invoice')
    await ask(documentId)
    await clock.advance(7_000)
    expect(await token(documentId)).toEqual(notReady)
    await clock.advance(1_000)
    const { token: jwt, path } = Object(at(await token(documentId), 'data'))
    await clock.advance(2_000)
    expect((await fetchFile(path, jwt)).status).toBe(403)
  })

  it('counts its downloads', async () => {
    const { closed, ask, token, clock, fetchFile, one } = await printer()
    const documentId = await closed('invoice')
    await ask(documentId)
    await clock.advance(3_000)
    const { token: jwt, path } = Object(at(await token(documentId), 'data'))
    await fetchFile(path)
    await fetchFile(path, jwt)
    await fetchFile(path, jwt)
    expect(await one('invoice', documentId, 'downloads')).toEqual({ downloads: 2 })
  })

  it('comes over a real port, both hosts on one', async () => {
    const { closed, ask, token, clock, emulator } = await printer()
    const documentId = await closed('invoice')
    await ask(documentId)
    await clock.advance(3_000)
    const { token: jwt, path } = Object(at(await token(documentId), 'data'))
    const { url, close } = await serve(emulator)
    const response = await fetch(`${url}${path}?jwt=${jwt}`)
    expect(new TextDecoder().decode(await response.arrayBuffer()).slice(0, 7)).toBe('%PDF-1.')
    await close()
  })

  it('of many comes as an archive for closed documents only', async () => {
    const { made, closed, call } = await office({ platform: 'on' })
    const zip = async (documents: number[]) =>
      at(
        await call(
          'mutation ($companyId: Int!, $documents: [Int]!) { invoiceGetZIP(companyId: $companyId, documents: $documents) }',
          { documents },
        ),
        'data.invoiceGetZIP',
      )
    const documentId = await closed('invoice')
    expect(await zip([documentId])).toBe(true)
    expect(await zip([documentId, await made('invoice')])).toBe(false)
    expect(await zip([4])).toBe(false)
    expect(await zip([])).toBe(false)
  })
})
