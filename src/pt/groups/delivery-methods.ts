import { type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const method = lazy(() => row({ delivery_method_id: int }, { name: text }))

/** A way of delivery. */
export interface DeliveryMethod extends OutOf<typeof method> {}

const required = { name: text }

/** The fields of a way of delivery. */
export interface DeliveryMethodFields extends Out<typeof required> {}

export const deliveryMethodsEndpoints = settingsEndpoints(method, 'delivery_method_id', required, {})

/** Ways of delivery. Pages: https://www.moloni.pt/dev/settings/delivery-methods/ */
export interface DeliveryMethodsApi
  extends SettingsApi<DeliveryMethod, 'delivery_method_id', DeliveryMethodFields> {}
