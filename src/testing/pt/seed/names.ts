/** Places with the first four digits of their postal code. */
export interface Place {
  readonly city: string
  readonly code: string
  readonly zone: 'PT' | 'PT-AC' | 'PT-MA'
}

const mainland: readonly (readonly [string, string])[] = [
  ['Coimbra', '3000'],
  ['Figueira da Foz', '3080'],
  ['Cantanhede', '3060'],
  ['Pombal', '3100'],
  ['Leiria', '2400'],
  ['Aveiro', '3800'],
  ['Viseu', '3500'],
  ['Lisboa', '1000'],
  ['Porto', '4000'],
  ['Braga', '4700'],
  ['Guimarães', '4800'],
  ['Viana do Castelo', '4900'],
  ['Vila Real', '5000'],
  ['Bragança', '5300'],
  ['Mirandela', '5370'],
  ['Guarda', '6300'],
  ['Castelo Branco', '6000'],
  ['Tomar', '2300'],
  ['Santarém', '2000'],
  ['Setúbal', '2900'],
  ['Évora', '7000'],
  ['Beja', '7800'],
  ['Faro', '8000'],
  ['Portimão', '8500'],
]

const azores: readonly (readonly [string, string])[] = [
  ['Ponta Delgada', '9500'],
  ['Ribeira Grande', '9600'],
  ['Angra do Heroísmo', '9700'],
  ['Horta', '9900'],
]

const madeira: readonly (readonly [string, string])[] = [
  ['Funchal', '9000'],
  ['Machico', '9200'],
  ['Câmara de Lobos', '9300'],
  ['Porto Santo', '9400'],
]

function places(rows: readonly (readonly [string, string])[], zone: Place['zone']): Place[] {
  return rows.map(([city, code]) => ({ city, code, zone }))
}

export const placesByZone = {
  PT: places(mainland, 'PT'),
  'PT-AC': places(azores, 'PT-AC'),
  'PT-MA': places(madeira, 'PT-MA'),
}

export const streets = [
  'Rua de Santo António',
  'Avenida da República',
  'Rua 25 de Abril',
  'Travessa do Forno',
  'Largo da Igreja',
  'Rua do Comércio',
  'Praceta das Oliveiras',
  'Rua da Fonte Nova',
  'Rua Dr. João Soares',
  'Avenida Sá da Bandeira',
]

export const firstNames = [
  'Maria',
  'João',
  'Teresa',
  'António',
  'Beatriz',
  'Manuel',
  'Inês',
  'Carlos',
  'Sofia',
  'Tiago',
]
export const lastNames = [
  'Silva',
  'Santos',
  'Pereira',
  'Oliveira',
  'Costa',
  'Rodrigues',
  'Martins',
  'Lopes',
  'Simões',
]

/** Kinds of business and the names they go by. */
export const trades = [
  'Padaria',
  'Restaurante',
  'Hotel',
  'Farmácia',
  'Oficina',
  'Clínica',
  'Condomínio',
  'Talho',
]
export const tradeNames = [
  'Central',
  'do Mondego',
  'Nova Era',
  'São José',
  'da Praça',
  'Atlântico',
  'Bela Vista',
  'do Parque',
]
export const legalForms = ['Lda.', 'Unipessoal Lda.', 'S.A.']
