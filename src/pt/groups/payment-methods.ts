import { type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { flag, int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const method = lazy(() =>
  row({ payment_method_id: int, name: text }, { is_numerary: int, is_tpa: int, is_mb: int, is_credit: int }),
)

/** A way of paying. */
export interface PaymentMethod extends OutOf<typeof method> {}

const required = { name: text }
const sometimes = { is_numerary: flag, is_mb: flag, is_credit: flag }

/** The fields of a way of paying. */
export interface PaymentMethodFields extends Out<typeof required, typeof sometimes> {}

export const paymentMethodsEndpoints = settingsEndpoints(method, 'payment_method_id', required, sometimes)

/** Ways of paying. Pages: https://www.moloni.pt/dev/settings/payment-methods/ */
export interface PaymentMethodsApi
  extends SettingsApi<PaymentMethod, 'payment_method_id', PaymentMethodFields> {}
