import { date, int, text } from '../schema.ts'
import { currency, dated, delivery, general } from './document-fields.ts'

/** What every document that goes with goods needs, beside its lines. */
export const movementRequired = { ...dated, delivery_datetime: date }

/** What every document that goes with goods may have. */
export const movementSometimes = { ...general, ...currency, ...delivery, your_reference: text }

/** What a transport document to a customer needs, beside its lines. */
export const guideRequired = { ...movementRequired, customer_id: int }

/** What a transport document to a customer may have. */
export const guideSometimes = { ...movementSometimes, alternate_address_id: int }
