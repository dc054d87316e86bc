/** A word in the language of each host. */
export type Words = Readonly<Record<'es' | 'on', string>>

/** One article in several sizes, below a category of the third level. */
export interface Article {
  readonly path: readonly [Words, Words, Words]
  readonly name: Words
  readonly sizes: readonly string[]
  /** Net price of the first size. */
  readonly price: number
  /** UN/ECE code of its unit. */
  readonly unit: 'C62' | 'MTR' | 'KGM'
}

const w = (es: string, on: string): Words => ({ es, on })

const pipes = ['16 mm', '20 mm', '25 mm', '32 mm', '40 mm']
const threads = ['3/8"', '1/2"', '3/4"', '1"']
const amps = ['6 A', '10 A', '16 A', '20 A', '25 A']
const power = ['2,5 kW', '3,5 kW', '5 kW', '7 kW']

const plumbing = w('Fontanería', 'Canalização')
const tubing = w('Tuberías', 'Tubagens')
const valves = w('Valvulería', 'Válvulas')
const electricity = w('Electricidad', 'Eletricidade')
const air = w('Climatización', 'Climatização')

const ppr: Article['path'] = [plumbing, tubing, w('PPR', 'PPR')]
const multilayer: Article['path'] = [plumbing, tubing, w('Multicapa', 'Multicamada')]
const brass: Article['path'] = [plumbing, valves, w('Latón', 'Latão')]
const breakers: Article['path'] = [
  electricity,
  w('Protección', 'Proteção'),
  w('Magnetotérmicos', 'Disjuntores'),
]
const wires: Article['path'] = [electricity, w('Cableado', 'Cablagem'), w('Unifilar', 'Unifilar')]
const splits: Article['path'] = [
  air,
  w('Aire acondicionado', 'Ar condicionado'),
  w('Split de pared', 'Split mural'),
]
const pumps: Article['path'] = [air, w('Agua caliente', 'Águas quentes'), w('Aerotermia', 'Aerotermia')]
const gases: Article['path'] = [
  air,
  w('Aire acondicionado', 'Ar condicionado'),
  w('Refrigerantes', 'Refrigerantes'),
]

/** The categories of work by the hour. */
export const labourPath: Article['path'] = [
  w('Servicios', 'Serviços'),
  w('Mano de obra', 'Mão de obra'),
  w('Por horas', 'À hora'),
]

export const articles: readonly Article[] = [
  { path: ppr, name: w('Tubo PPR', 'Tubo PPR'), sizes: pipes, price: 1.85, unit: 'MTR' },
  { path: ppr, name: w('Codo 90º PPR', 'Joelho 90º PPR'), sizes: pipes, price: 0.42, unit: 'C62' },
  { path: multilayer, name: w('Tubo multicapa', 'Tubo multicamada'), sizes: pipes, price: 2.37, unit: 'MTR' },
  { path: multilayer, name: w('Te multicapa', 'Tê multicamada'), sizes: pipes, price: 3.15, unit: 'C62' },
  { path: brass, name: w('Válvula de bola', 'Válvula de esfera'), sizes: threads, price: 6.9, unit: 'C62' },
  {
    path: brass,
    name: w('Llave de escuadra', 'Torneira de esquadria'),
    sizes: threads,
    price: 4.15,
    unit: 'C62',
  },
  {
    path: breakers,
    name: w('Magnetotérmico unipolar', 'Disjuntor unipolar'),
    sizes: amps,
    price: 5.48,
    unit: 'C62',
  },
  {
    path: wires,
    name: w('Cable H07V-K', 'Cabo H07V-K'),
    sizes: ['1,5 mm²', '2,5 mm²', '4 mm²'],
    price: 0.315,
    unit: 'MTR',
  },
  { path: splits, name: w('Split de pared', 'Split mural'), sizes: power, price: 489, unit: 'C62' },
  {
    path: pumps,
    name: w('Bomba de calor ACS', 'Bomba de calor AQS'),
    sizes: ['150 l', '200 l', '300 l'],
    price: 1290,
    unit: 'C62',
  },
  { path: gases, name: w('Gas R32', 'Gás R32'), sizes: ['recarga'], price: 38.5, unit: 'KGM' },
]

/** Ranges that repeat the articles, so that a catalogue of any length can be filled. */
export const ranges: readonly Words[] = [
  w('', ''),
  w('Serie Eco', 'Série Eco'),
  w('Serie Pro', 'Série Pro'),
  w('Serie Premium', 'Série Premium'),
  w('Serie Industrial', 'Série Industrial'),
  w('Serie Plus', 'Série Plus'),
  w('Serie Norte', 'Série Norte'),
  w('Serie Sur', 'Série Sul'),
]

/** Work by the hour. */
export const labour: readonly Words[] = [
  w('Mano de obra fontanero', 'Mão de obra - canalizador'),
  w('Mano de obra electricista', 'Mão de obra - eletricista'),
  w('Mano de obra frigorista', 'Mão de obra - técnico de frio'),
  w('Mano de obra ayudante', 'Mão de obra - ajudante'),
  w('Hora de desplazamiento', 'Hora de deslocação'),
  w('Mano de obra fin de semana', 'Mão de obra - fim de semana'),
]

/** The hour as a unit: some carry the UN/ECE code, the others only one of many spellings. */
export const hourUnits: readonly (readonly [name: string, abbreviation: string, code: string])[] = [
  ['Hora', 'h', 'HUR'],
  ['hrs', 'hrs', ''],
  ['Horas', 'Hs.', ''],
  ['H.', 'H.', ''],
  ['Tiempo', 'HUR', 'HUR'],
]
