import { int, num } from '../schema.ts'
import { associations, currency, dated, general, payments } from './document-fields.ts'

/** What a document that settles others needs. */
export const settlementRequired = {
  ...dated,
  customer_id: int,
  net_value: num,
  associated_documents: associations,
}

/** What a document that settles others may have. */
export const settlementSometimes = { ...general, ...currency, payments }
