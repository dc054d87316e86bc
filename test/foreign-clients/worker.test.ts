import { expect, test } from 'vitest'
import { styles } from './client.ts'
import { atWork, company_id, invoice } from './office.ts'
import { at, numberAt, rowsOf } from './reading.ts'

test('a draft gets another date, and nothing else changes', async () => {
  const { post, ids } = await atWork(styles.go)
  const document_id = numberAt(await post('invoices/insert', invoice(ids)), 'document_id')
  const before = await post('invoices/getOne', { company_id, document_id })
  const date = '2026-03-05'
  const answer = await post('invoices/update', {
    company_id,
    document_id,
    date,
    expiration_date: date,
    notes: 'Adiado',
  })
  expect(answer).toEqual({ valid: 1, document_id })
  const after = await post('invoices/getOne', { company_id, document_id })
  expect(after).toMatchObject({ status: 0, number: -1, net_value: 8.75, notes: 'Adiado' })
  expect(at(after, 'date')).toMatch(/^2026-03-05T00:00:00\+0000$/)
  expect(at(after, 'products')).toEqual(at(before, 'products'))
})

test('an order is found again by its reference, and a mistyped filter finds everything', async () => {
  const { post, ids } = await atWork(styles.go)
  for (const reference of ['77', '78', '79']) {
    await post('invoices/insert', { ...invoice(ids), your_reference: reference })
  }
  const found = await post('invoices/getAll', { company_id, your_reference: '78' })
  expect(rowsOf(found).map((row) => at(row, 'your_reference'))).toEqual(['78'])
  expect(rowsOf(await post('invoices/getAll', { company_id, your_refrence: '78' }))).toHaveLength(3)
})

test('after an hour: 401, new tokens, the same call again', async () => {
  const { send, refresh, clock } = await atWork(styles.go)
  await clock.advance(3_601_000)
  const refused = await send('taxes/getAll', { company_id })
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({
    error: expect.any(String),
    error_description: expect.any(String),
  })
  const renewed = await refresh()
  expect(renewed).toMatchObject({ access_token: expect.any(String), refresh_token: expect.any(String) })
  expect((await send('taxes/getAll', { company_id })).status).toBe(200)
})

test('a refresh token works once; the second worker is refused and fifteen days later everybody is', async () => {
  const { refresh, url, clientId, clientSecret, clock } = await atWork(styles.go)
  const first = await refresh()
  const spend = async (token: unknown) => {
    const asked = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: String(token),
    })
    return fetch(`${url}/v1/grant/?${asked}`)
  }
  const token = at(first, 'refresh_token')
  expect((await spend(token)).status).toBe(200)
  const late = await spend(token)
  expect(late.status).toBe(400)
  expect(await late.json()).toMatchObject({ error: 'invalid_grant' })
  await clock.advance(15 * 86_400_000)
  expect(await refresh()).toMatchObject({ error: 'invalid_grant' })
})

test('the chronology of a series: an earlier date is refused with error 12', async () => {
  const { post, ids } = await atWork(styles.go)
  await post('invoices/insert', { ...invoice(ids, '2026-03-02'), status: 1 })
  expect(await post('invoices/insert', invoice(ids, '2026-03-01'))).toEqual(['12 date >= 2026-03-02'])
})

test('a receipt is not an invoice, although documents knows both', async () => {
  const { post, ids } = await atWork(styles.go)
  const paid = { ...invoice(ids), status: 1 }
  const document_id = numberAt(await post('invoiceReceipts/insert', paid), 'document_id')
  expect(await post('invoices/getOne', { company_id, document_id })).toEqual([])
  expect(await post('documents/getOne', { company_id, document_id })).toMatchObject({
    document_type: { saft_code: 'FR' },
  })
})

test('lists are newest first, a day is found exactly', async () => {
  const { post, ids } = await atWork(styles.go)
  for (const date of ['2026-03-02', '2026-03-04', '2026-03-04']) {
    expect(await post('invoices/insert', { ...invoice(ids, date), status: 1 })).toMatchObject({ valid: 1 })
  }
  const numbers = (answer: unknown) => rowsOf(answer).map((row) => at(row, 'number'))
  expect(numbers(await post('invoices/getAll', { company_id }))).toEqual([3, 2, 1])
  expect(numbers(await post('invoices/getAll', { company_id, date: '2026-03-02' }))).toEqual([1])
  expect(numbers(await post('invoices/getAll', { company_id, status: 0 }))).toEqual([])
})
