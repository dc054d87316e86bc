/** One article in several sizes. */
export interface Article {
  readonly category: string
  readonly name: string
  readonly sizes: readonly string[]
  /** Net price of the first size. */
  readonly price: number
  /** Short name of the unit. */
  readonly unit: string
}

const pipes = ['16 mm', '20 mm', '25 mm', '32 mm', '40 mm', '50 mm']
const threads = ['3/8"', '1/2"', '3/4"', '1"', '1 1/4"']
const amps = ['6 A', '10 A', '16 A', '20 A', '25 A', '32 A']
const power = ['2,5 kW', '3,5 kW', '5 kW', '7 kW']

export const articles: readonly Article[] = [
  { category: 'Canalização', name: 'Tubo PPR', sizes: pipes, price: 1.85, unit: 'm' },
  { category: 'Canalização', name: 'Tubo multicamada', sizes: pipes, price: 2.37, unit: 'm' },
  { category: 'Canalização', name: 'Joelho 90º PPR', sizes: pipes, price: 0.42, unit: 'Uni.' },
  { category: 'Canalização', name: 'Tê PPR', sizes: pipes, price: 0.55, unit: 'Uni.' },
  { category: 'Canalização', name: 'Válvula de esfera', sizes: threads, price: 6.9, unit: 'Uni.' },
  { category: 'Canalização', name: 'Torneira de esquadria', sizes: threads, price: 4.15, unit: 'Uni.' },
  { category: 'Canalização', name: 'Redutor de pressão', sizes: threads, price: 31.2, unit: 'Uni.' },
  { category: 'Canalização', name: 'Abraçadeira', sizes: pipes, price: 8.3, unit: 'Cx.' },
  { category: 'Eletricidade', name: 'Disjuntor unipolar', sizes: amps, price: 5.48, unit: 'Uni.' },
  {
    category: 'Eletricidade',
    name: 'Interruptor diferencial 30 mA',
    sizes: ['25 A', '40 A', '63 A'],
    price: 28.75,
    unit: 'Uni.',
  },
  {
    category: 'Eletricidade',
    name: 'Cabo H07V-U',
    sizes: ['1,5 mm²', '2,5 mm²', '4 mm²', '6 mm²'],
    price: 0.315,
    unit: 'm',
  },
  {
    category: 'Eletricidade',
    name: 'Cabo XV 3G',
    sizes: ['1,5 mm²', '2,5 mm²', '4 mm²'],
    price: 1.048,
    unit: 'm',
  },
  {
    category: 'Eletricidade',
    name: 'Tomada schuko',
    sizes: ['branca', 'alumínio', 'antracite'],
    price: 4.6,
    unit: 'Uni.',
  },
  {
    category: 'Eletricidade',
    name: 'Calha técnica',
    sizes: ['20x10', '30x16', '40x25', '60x40'],
    price: 2.1,
    unit: 'm',
  },
  { category: 'Climatização', name: 'Ar condicionado mono split', sizes: power, price: 489, unit: 'Uni.' },
  {
    category: 'Climatização',
    name: 'Bomba de calor AQS',
    sizes: ['150 l', '200 l', '300 l'],
    price: 1290,
    unit: 'Uni.',
  },
  {
    category: 'Climatização',
    name: 'Termoacumulador',
    sizes: ['50 l', '80 l', '100 l', '150 l'],
    price: 139.9,
    unit: 'Uni.',
  },
  { category: 'Climatização', name: 'Gás refrigerante R32', sizes: ['recarga'], price: 38.5, unit: 'kg' },
]

/** Ranges that repeat the articles, so that a catalogue of any length can be filled. */
export const ranges = ['', 'Série Eco', 'Série Pro', 'Série Premium', 'Série Industrial', 'Série Plus']

/** Work by the hour: how each company happens to call it. */
export const labour = [
  'Mão de obra - canalizador',
  'Mão de obra - eletricista',
  'Mão de obra - técnico de frio',
  'Mão de obra - ajudante',
  'Hora de deslocação',
  'Mão de obra - fim de semana',
]

/** Spellings of the hour as a unit: name and short name. */
export const hourUnits: readonly (readonly [name: string, short: string])[] = [
  ['Hora', 'Hora'],
  ['hrs', 'hrs'],
  ['Hora', 'H.'],
  ['HUR', 'HUR'],
  ['horas', 'horas'],
]
