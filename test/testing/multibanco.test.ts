import { describe, expect, it } from 'vitest'
import { office } from './office.ts'

async function billed() {
  const world = await office()
  const document_id = await world.closed('invoices')
  const generate = (changes: object = {}) =>
    world.call('invoices/generateMBReference', { document_id, value: 2.92, ...changes })
  return { ...world, document_id, generate }
}

describe('a Multibanco reference', () => {
  it('is text, stands on the document and leads back to it', async () => {
    const { generate, one, call, document_id } = await billed()
    const made = Object(await generate())
    expect(made).toMatchObject({ valid: 1, value: '2.92', reference: expect.stringMatching(/^\d{9}$/) })
    const { entity, reference } = made
    expect(await one(document_id)).toMatchObject({ mb_references: [{ entity, reference, value: '2.92' }] })
    const wanted = { entity: Number(entity), reference: Number(reference) }
    expect(await call('documents/getByMBReference', wanted)).toMatchObject({ document_id })
    expect(await call('documents/getByMBReference', { ...wanted, reference: 1 })).toEqual([])
  })

  it('is paid once, by either form, and not deleted any more', async () => {
    const { generate, call, document_id } = await billed()
    const [first, second] = [Object(await generate()), Object(await generate())]
    const pay = (params: Record<string, unknown>) => call('documents/setMBReferenceAsPaid', params)
    const named = { entity: Number(first.entity), reference: Number(first.reference) }
    expect(await pay({ ...named, payment_date: '2026-03-02' })).toEqual({ valid: 1 })
    expect(await pay(named)).toEqual({ valid: 0 })
    const reference_id = Number(second.reference)
    const drop = (id: number) => call('documents/deleteMBReference', { document_id, reference_id: id })
    expect(await drop(Number(first.reference))).toEqual({ valid: 0 })
    expect(await pay({ document_id: 1, reference_id })).toEqual({ valid: 0 })
    expect(await drop(reference_id)).toEqual({ valid: 1 })
    expect(await pay({ document_id, reference_id })).toEqual({ valid: 0 })
  })

  it.each([
    [
      'a draft',
      async ({ insert }: Awaited<ReturnType<typeof billed>>) => Object(await insert('invoices')).document_id,
    ],
    ['another group', async ({ closed }: Awaited<ReturnType<typeof billed>>) => closed('simplifiedInvoices')],
    ['nothing', async () => 1],
  ])('is not made for %s', async (_name, other) => {
    const world = await billed()
    expect(await world.generate({ document_id: await other(world) })).toEqual({ valid: 0 })
  })

  it('needs a gateway and an amount', async () => {
    const { generate, company } = await billed()
    expect(await generate({ value: 0 })).toEqual(['2 value 0 0'])
    company.gateway_id = 0
    expect(await generate()).toEqual({ valid: 0 })
  })

  it('is made at closing when asked', async () => {
    const { closed, one } = await office()
    const document_id = await closed('invoiceReceipts', { generate_mb_reference: 1 })
    expect(await one(document_id)).toMatchObject({ mb_references: [{ value: '2.92' }] })
  })
})
