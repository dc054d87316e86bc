import { type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

const maturity = lazy(() =>
  row({ maturity_date_id: int, name: text }, { days: int, associated_discount: num }),
)

/** A term of payment: days after the date of the document, discount in percent. */
export interface MaturityDate extends OutOf<typeof maturity> {}

const required = { name: text, days: int, associated_discount: num }

/** The fields of a term of payment. */
export interface MaturityDateFields extends Out<typeof required> {}

export const maturityDatesEndpoints = settingsEndpoints(maturity, 'maturity_date_id', required, {})

/** Terms of payment. Pages: https://www.moloni.pt/dev/settings/maturity-dates/ */
export interface MaturityDatesApi extends SettingsApi<MaturityDate, 'maturity_date_id', MaturityDateFields> {}
