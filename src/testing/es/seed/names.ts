import * as portuguese from '../../pt/seed/names.ts'

/** What names of people, businesses and places are made of. */
export interface Names {
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly trades: readonly string[]
  readonly tradeNames: readonly string[]
  readonly legalForms: readonly string[]
  readonly streets: readonly string[]
  /** Town and the beginning of its postal codes. */
  readonly places: readonly (readonly [city: string, code: string])[]
}

const spanish: Names = {
  firstNames: ['Carmen', 'Javier', 'Lucía', 'Andrés', 'Marta', 'Pablo', 'Elena', 'Rafael', 'Nuria', 'Hugo'],
  lastNames: ['García', 'Navarro', 'Vidal', 'Ferrer', 'Molina', 'Soler', 'Campos', 'Ibáñez', 'Prieto'],
  trades: ['Panadería', 'Restaurante', 'Hotel', 'Farmacia', 'Taller', 'Clínica', 'Comunidad', 'Carnicería'],
  tradeNames: [
    'Central',
    'del Turia',
    'La Albufera',
    'San Vicente',
    'Mediterráneo',
    'El Palmeral',
    'del Puerto',
  ],
  legalForms: ['S.L.', 'S.L.U.', 'S.A.'],
  streets: [
    'Calle de la Paz',
    'Avenida del Puerto',
    'Calle Mayor',
    'Plaza de la Merced',
    'Paseo de la Alameda',
    'Calle San Vicente Mártir',
    'Camino de las Huertas',
  ],
  places: [
    ['Valencia', '460'],
    ['Alicante', '030'],
    ['Castellón de la Plana', '120'],
    ['Murcia', '300'],
    ['Albacete', '020'],
    ['Teruel', '440'],
    ['Tarragona', '430'],
    ['Madrid', '280'],
    ['Zaragoza', '500'],
    ['Almería', '040'],
  ],
}

export const names: Readonly<Record<'es' | 'on', Names>> = {
  es: spanish,
  on: { ...portuguese, places: portuguese.placesByZone.PT.map(({ city, code }) => [city, code] as const) },
}
