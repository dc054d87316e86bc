import { type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const unit = lazy(() => row({ unit_id: int, name: text }, { short_name: text }))

/** A unit of measurement of one company; names may repeat. */
export interface MeasurementUnit extends OutOf<typeof unit> {}

const required = { name: text, short_name: text }

/** The fields of a unit. */
export interface MeasurementUnitFields extends Out<typeof required> {}

export const measurementUnitsEndpoints = settingsEndpoints(unit, 'unit_id', required, {})

/** Units of measurement. Pages: https://www.moloni.pt/dev/settings/measurement-units/ */
export interface MeasurementUnitsApi extends SettingsApi<MeasurementUnit, 'unit_id', MeasurementUnitFields> {}
