import { type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

const deduction = lazy(() => row({ deduction_id: int, name: text }, { value: num }))

/** A withholding of tax; `value` in percent. */
export interface Deduction extends OutOf<typeof deduction> {}

const required = { name: text, value: num }

/** The fields of a withholding. */
export interface DeductionFields extends Out<typeof required> {}

export const deductionsEndpoints = settingsEndpoints(deduction, 'deduction_id', required, {})

/** Withholdings of tax. Pages: https://www.moloni.pt/dev/settings/deductions/ */
export interface DeductionsApi extends SettingsApi<Deduction, 'deduction_id', DeductionFields> {}
