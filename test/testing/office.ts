import type { PtEmulatorOptions } from '../../src/testing/index.ts'
import { furnish, id, invoice, line, list, rig } from './support.ts'

/** A furnished company, with short ways to make and read documents. */
export async function office(options: PtEmulatorOptions = {}, start?: string) {
  const world = await rig(options, start)
  const ids = await furnish(world)
  const { call } = world
  const insert = (group: string, changes: Record<string, unknown> = {}) =>
    call(`${group}/insert`, invoice(ids, { delivery_datetime: '2026-03-03 09:00', ...changes }))
  const closed = async (group: string, changes: Record<string, unknown> = {}) =>
    id(await insert(group, { status: 1, ...changes }), 'document_id')
  const one = async (document_id: number) => Object(await call('documents/getOne', { document_id }))
  /** A line that corrects the first line of a document. */
  const correcting = async (document_id: number, changes: Record<string, unknown> = {}) => {
    const [left] = list(await call('documents/getUnrelatedProducts', { document_id }))
    return line(ids, { related_id: left?.document_product_id, ...changes })
  }
  /** A closed credit note over the first line of a document. */
  const credit = async (associated_id: number, value: number, changes: Record<string, unknown> = {}) =>
    insert('creditNotes', {
      status: 1,
      associated_documents: [{ associated_id, value }],
      products: [await correcting(associated_id)],
      ...changes,
    })
  const receipt = (
    net_value: number,
    sources: Record<number, number>,
    changes: Record<string, unknown> = {},
  ) =>
    insert('receipts', {
      status: 1,
      net_value,
      associated_documents: Object.entries(sources).map(([key, value]) => ({
        associated_id: Number(key),
        value,
      })),
      ...changes,
    })
  const supplier = async () =>
    id(
      await call('suppliers/insert', {
        vat: '509442013',
        number: 'F1',
        name: 'Tubos do Norte',
        language_id: 1,
        address: 'Rua 1',
        city: 'Braga',
        country_id: 1,
        maturity_date_id: 0,
        qty_copies_document: 1,
        payment_method_id: 0,
      }),
      'supplier_id',
    )
  return { ...world, ids, insert, closed, one, correcting, credit, receipt, supplier }
}
