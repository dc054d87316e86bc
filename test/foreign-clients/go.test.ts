import { expect, test } from 'vitest'
import { styles } from './client.ts'
import { atWork, company_id } from './office.ts'
import { at } from './reading.ts'

test('companies come with the shared demonstration company, which is number 5', async () => {
  const { post } = await atWork(styles.go)
  expect(await post('companies/getAll')).toEqual(
    expect.arrayContaining([expect.objectContaining({ company_id: 5, name: 'Empresa de Demonstração' })]),
  )
})

test('a bare list stands where an object was expected', async () => {
  const { post, ids } = await atWork(styles.go)
  for (const path of ['invoices/getOne', 'receipts/getOne', 'documents/getOne']) {
    expect(await post(path, { company_id, document_id: 1 })).toEqual([])
  }
  expect(await post('products/getOne', { company_id, product_id: ids.customer_id })).toEqual([])
})

test('the id of a new series is text, of a changed one a number', async () => {
  const { post } = await atWork(styles.go)
  const series = {
    company_id,
    name: '2027',
    description: '',
    cash_vat_scheme_indicator: 0,
    active_by_default: 0,
  }
  const inserted = at(await post('documentSets/insert', series), 'document_set_id')
  expect(typeof inserted).toBe('string')
  const updated = await post('documentSets/update', {
    ...series,
    document_set_id: Number(inserted),
    name: '2028',
  })
  expect(updated).toEqual({ valid: 1, document_set_id: Number(inserted) })
})

test('counts are text', async () => {
  const { post } = await atWork(styles.go)
  expect(await post('customers/count', { company_id })).toEqual({ count: expect.stringMatching(/^\d+$/) })
})

test('too many requests are tried again', async () => {
  const { post, send, emulator } = await atWork(styles.go)
  emulator.faults.plan({ on: 'taxes/getAll', fault: { kind: 'status', status: 429 } })
  expect((await send('taxes/getAll', { company_id })).status).toBe(429)
  expect(await post('taxes/getAll', { company_id })).not.toEqual([])
})
