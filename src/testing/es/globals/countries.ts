import type { Row } from '../state.ts'

/** Id, ISO code, Portuguese, Spanish and English name, whether VIES knows it. */
const list: readonly (readonly [
  id: number,
  iso: string,
  pt: string,
  es: string,
  en: string,
  vies: boolean,
])[] = [
  [1, 'PT', 'Portugal', 'Portugal', 'Portugal', true],
  [3, 'DE', 'Alemanha', 'Alemania', 'Germany', true],
  [15, 'AT', 'Áustria', 'Austria', 'Austria', true],
  [22, 'BE', 'Bélgica', 'Bélgica', 'Belgium', true],
  [31, 'BR', 'Brasil', 'Brasil', 'Brazil', false],
  [33, 'BG', 'Bulgária', 'Bulgaria', 'Bulgaria', true],
  [39, 'CA', 'Canadá', 'Canadá', 'Canada', false],
  [43, 'CN', 'China', 'China', 'China', false],
  [52, 'HR', 'Croácia', 'Croacia', 'Croatia', true],
  [55, 'DK', 'Dinamarca', 'Dinamarca', 'Denmark', true],
  [70, 'ES', 'Espanha', 'España', 'Spain', true],
  [71, 'ES', 'Espanha (Canárias)', 'España (Canarias)', 'Spain (Canary Islands)', false],
  [72, 'US', 'Estados Unidos da América', 'Estados Unidos', 'United States', false],
  [76, 'FI', 'Finlândia', 'Finlandia', 'Finland', true],
  [77, 'FR', 'França', 'Francia', 'France', true],
  [85, 'GR', 'Grécia', 'Grecia', 'Greece', true],
  [98, 'HU', 'Hungria', 'Hungría', 'Hungary', true],
  [107, 'IE', 'Irlanda', 'Irlanda', 'Ireland', true],
  [110, 'IT', 'Itália', 'Italia', 'Italy', true],
  [124, 'LU', 'Luxemburgo', 'Luxemburgo', 'Luxembourg', true],
  [132, 'MA', 'Marrocos', 'Marruecos', 'Morocco', false],
  [140, 'MX', 'México', 'México', 'Mexico', false],
  [152, 'NO', 'Noruega', 'Noruega', 'Norway', false],
  [157, 'NL', 'Países Baixos', 'Países Bajos', 'Netherlands', true],
  [164, 'PL', 'Polónia', 'Polonia', 'Poland', true],
  [168, 'GB', 'Reino Unido', 'Reino Unido', 'United Kingdom', false],
  [171, 'CZ', 'República Checa', 'República Checa', 'Czech Republic', true],
  [174, 'RO', 'Roménia', 'Rumanía', 'Romania', true],
  [198, 'SE', 'Suécia', 'Suecia', 'Sweden', true],
  [199, 'CH', 'Suíça', 'Suiza', 'Switzerland', false],
  [247, 'PT', 'Portugal (Açores)', 'Portugal (Azores)', 'Portugal (Azores)', false],
  [248, 'PT', 'Portugal (Madeira)', 'Portugal (Madeira)', 'Portugal (Madeira)', false],
]

export const spain = 70
export const portugal = 1

export const countries: readonly Row[] = list.map(
  ([countryId, iso3166_1, pt, es, en, viesCountry], index) => ({
    countryId,
    iso3166_1,
    title: { pt, es, en },
    name: { pt, es, en },
    img: `${iso3166_1.toLowerCase()}.png`,
    viesCountry,
    visible: 1,
    ordering: index + 1,
    languageId: ['PT', 'BR'].includes(iso3166_1) ? 1 : 2,
    notes: '',
    deletable: false,
  }),
)

/** The ISO code of a country; empty when there is no such country. */
export function isoOf(countryId: unknown): string {
  return String(countries.find((row) => row.countryId === countryId)?.iso3166_1 ?? '')
}
