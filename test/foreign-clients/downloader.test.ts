import { expect, test } from 'vitest'
import { styles } from './client.ts'
import { atWork, company_id, invoice } from './office.ts'
import { at, numberAt } from './reading.ts'

async function linked() {
  const place = await atWork(styles.python)
  const { post, ids } = place
  const document_id = numberAt(await post('invoices/insert', { ...invoice(ids), status: 1 }), 'document_id')
  return {
    ...place,
    link: String(at(await post('documents/getPDFLink', { company_id, document_id }), 'url')),
  }
}

/** The address of the file, as written in the page. */
function fileAddress(html: string, page: string): URL {
  const [, found = ''] = /href="([^"]*action=getDownload[^"]*)"/.exec(html) ?? []
  return new URL(found.replaceAll('&amp;', '&'), page)
}

test('the link is a page, the page leads to the file, the cookie opens it', async () => {
  const { link } = await linked()
  const page = await fetch(link)
  expect(page.headers.get('content-type')).toContain('text/html')
  const file = fileAddress(await page.text(), link)
  expect(file.pathname).toBe('/downloads/index.php')
  expect([...file.searchParams.keys()]).toEqual(['action', 'h', 'd', 'e', 'i'])
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const pdf = await fetch(file, { headers: { cookie } })
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(await pdf.text()).toMatch(/^%PDF/)
})

test('without the cookie there is no file', async () => {
  const { link } = await linked()
  const file = fileAddress(await (await fetch(link)).text(), link)
  expect(await (await fetch(file)).text()).not.toMatch(/^%PDF/)
})

test('a draft has no link', async () => {
  const { post, ids } = await linked()
  const document_id = numberAt(await post('invoices/insert', invoice(ids)), 'document_id')
  expect(await post('documents/getPDFLink', { company_id, document_id })).toEqual({ valid: 0 })
})
