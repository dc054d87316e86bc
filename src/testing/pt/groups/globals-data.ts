/** Names in Portuguese, English and Spanish. */
export const countries = [
  { country_id: 1, iso_3166_1: 'pt', names: ['Portugal', 'Portugal', 'Portugal'], vies: 1 },
  { country_id: 33, iso_3166_1: 'br', names: ['Brasil', 'Brazil', 'Brasil'], vies: 0 },
  { country_id: 8, iso_3166_1: 'ao', names: ['Angola', 'Angola', 'Angola'], vies: 0 },
  { country_id: 70, iso_3166_1: 'es', names: ['Espanha', 'Spain', 'España'], vies: 1 },
  { country_id: 78, iso_3166_1: 'fr', names: ['França', 'France', 'Francia'], vies: 1 },
  { country_id: 59, iso_3166_1: 'de', names: ['Alemanha', 'Germany', 'Alemania'], vies: 1 },
  { country_id: 159, iso_3166_1: 'nl', names: ['Países Baixos', 'Netherlands', 'Países Bajos'], vies: 1 },
] as const

export const languages = [
  { language_id: 1, code: 'PT', title: 'Português' },
  { language_id: 3, code: 'ES', title: 'Español' },
  { language_id: 2, code: 'EN', title: 'English' },
] as const

/** Fiscal zones beside the mainland, which the table does not list. */
export const fiscalZones = [
  { fiscal_zone_id: 2, country_id: 1, name: 'Açores', code: 'PT-AC' },
  { fiscal_zone_id: 1, country_id: 1, name: 'Madeira', code: 'PT-MA' },
] as const

export const currencies = [
  { currency_id: 1, iso4217: 'EUR', symbol: '€', names: ['Euro', 'Euro', 'Euro'] },
  {
    currency_id: 2,
    iso4217: 'USD',
    symbol: '$',
    names: ['Dólar americano', 'US dollar', 'Dólar estadounidense'],
  },
  {
    currency_id: 3,
    iso4217: 'GBP',
    symbol: '£',
    names: ['Libra britânica', 'British pound', 'Libra esterlina'],
  },
] as const

/** Legal reasons for charging no VAT: code and name. */
export const taxExemptions: readonly (readonly [code: string, name: string])[] = [
  ['M01', 'Artigo 16.º, n.º 6 do CIVA'],
  ['M02', 'Artigo 6.º do Decreto-Lei n.º 198/90, de 19 de junho'],
  ['M04', 'Isento artigo 13.º do CIVA'],
  ['M05', 'Isento artigo 14.º do CIVA'],
  ['M06', 'Isento artigo 15.º do CIVA'],
  ['M07', 'Isento artigo 9.º do CIVA'],
  ['M09', 'IVA - não confere direito a dedução'],
  ['M10', 'IVA - regime de isenção'],
  ['M11', 'Regime particular do tabaco'],
  ['M12', 'Regime da margem de lucro - agências de viagens'],
  ['M13', 'Regime da margem de lucro - bens em segunda mão'],
  ['M14', 'Regime da margem de lucro - objetos de arte'],
  ['M15', 'Regime da margem de lucro - objetos de coleção e antiguidades'],
  ['M16', 'Isento artigo 14.º do RITI'],
  ['M19', 'Outras isenções'],
  ['M20', 'IVA - regime forfetário'],
  ['M21', 'IVA - não confere direito à dedução (ou expressão similar)'],
  ['M25', 'Mercadorias à consignação'],
  ['M30', 'IVA - autoliquidação, artigo 2.º n.º 1 alínea i) do CIVA'],
  ['M31', 'IVA - autoliquidação, artigo 2.º n.º 1 alínea j) do CIVA'],
  ['M32', 'IVA - autoliquidação, artigo 2.º n.º 1 alínea l) do CIVA'],
  ['M33', 'IVA - autoliquidação, artigo 2.º n.º 1 alínea m) do CIVA'],
  ['M40', 'IVA - autoliquidação, artigo 6.º n.º 6 alínea a) do CIVA, a contrário'],
  ['M41', 'IVA - autoliquidação, artigo 8.º n.º 3 do RITI'],
  ['M42', 'IVA - autoliquidação, Decreto-Lei n.º 21/2007, de 29 de janeiro'],
  ['M43', 'IVA - autoliquidação, Decreto-Lei n.º 362/99, de 16 de setembro'],
  ['M99', 'Não sujeito ou não tributado'],
]

/** Gateways for Multibanco references. */
export const gateways = [
  { gateway_id: 1, name: 'Ifthenpay', slug: 'ifthenpay', entity: 11604, help_faq_id: 0 },
  { gateway_id: 2, name: 'EuPago', slug: 'eupago', entity: 82167, help_faq_id: 0 },
  { gateway_id: 3, name: 'Easypay', slug: 'easypay', entity: 10611, help_faq_id: 0 },
] as const

/** Looks of a printed document: names in Portuguese, English and Spanish. */
export const documentModels = [
  { document_model_id: 1, names: ['Clássico', 'Classic', 'Clásico'] },
  { document_model_id: 2, names: ['Moderno', 'Modern', 'Moderno'] },
  { document_model_id: 3, names: ['Compacto', 'Compact', 'Compacto'] },
] as const

/** What one euro buys, by currency id. */
export const exchangeRates = [
  [2, 1.0842],
  [3, 0.8415],
] as const
