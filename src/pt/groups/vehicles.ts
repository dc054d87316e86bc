import type { CallOptions } from '../caller.ts'
import { company, rows } from '../endpoint.ts'
import { type InCompany, type SettingsApi, settingsEndpoints } from '../families/settings.ts'
import { int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const vehicle = lazy(() => row({ vehicle_id: int }, { description: text, number_plate: text }))

/** A vehicle. The names of its fields are inferred. */
export interface Vehicle extends OutOf<typeof vehicle> {}

const required = { description: text, number_plate: text }

/** The fields of a vehicle. */
export interface VehicleFields extends Out<typeof required> {}

export const vehiclesEndpoints = {
  ...settingsEndpoints(vehicle, 'vehicle_id', required, {}),
  getBySearch: rows(vehicle, { search: text }, company),
}

/** Vehicles. Pages: https://www.moloni.pt/dev/settings/vehicles/ */
export interface VehiclesApi extends SettingsApi<Vehicle, 'vehicle_id', VehicleFields> {
  /** Those with this text in some field. Page: https://www.moloni.pt/dev/settings/vehicles/getbysearch/ */
  getBySearch(params: InCompany & { search: string }, options?: CallOptions): Promise<Vehicle[]>
}
