import type { RandomState } from '../../http/random.ts'
import type { Row } from '../state.ts'
import { addressOf, businessName, digits, personName, pick, typed } from './words.ts'

export const workTypes: readonly (readonly [name: string, minutes: string])[] = [
  ['Manutenção', '120'],
  ['Reparação', '90'],
  ['Instalação', '240'],
  ['Garantia', '60'],
  ['Inspeção', '60'],
]

export const paymentMethods = ['A crédito', 'Numerário', 'Cartão']

export const workStatuses: readonly (readonly [code: string, name: string])[] = [
  ['0', 'Não enviar'],
  ['1', 'Enviar'],
  ['99', 'Erro'],
]

export const hourTypes: readonly (readonly [code: string, name: string, price: number])[] = [
  ['HRS-01', 'Mão de obra', 32.5],
  ['HRS-02', 'Mão de obra especializada', 45],
  ['HRS-03', 'Horas extraordinárias', 48.75],
  ['HRS-04', 'Deslocação', 25],
  ['HRS-05', 'Assistência remota', 28],
  ['HRS-06', 'Trabalho noturno', 60],
]

export const technicians = [
  'Rui Tavares',
  'Marta Pinheiro',
  'Jorge Antunes',
  'Helena Duarte',
  'Paulo Baptista',
  'Sara Vieira',
]

/** Branches of the catalogue: a code, a name, and the code above. */
export const branches: readonly (readonly [code: string, name: string, above: string])[] = [
  ['CAT-1', 'Aquecimento', ''],
  ['CAT-11', 'Caldeiras', 'CAT-1'],
  ['CAT-12', 'Radiadores', 'CAT-1'],
  ['CAT-2', 'Eletricidade', ''],
  ['CAT-21', 'Cabos', 'CAT-2'],
  ['CAT-3', 'Águas', ''],
]

const articles: readonly (readonly [name: string, unit: string, price: number, branch: string])[] = [
  ['Válvula de esfera', 'un', 8.4, 'CAT-3'],
  ['Tubo multicamada', 'm', 2.15, 'CAT-3'],
  ['Radiador de alumínio', 'un', 64.9, 'CAT-12'],
  ['Bomba circuladora', 'un', 189, 'CAT-11'],
  ['Cabo H07V-K', 'm', 0.62, 'CAT-21'],
  ['Disjuntor', 'un', 7.95, 'CAT-2'],
  ['Vedante', 'cx', 3.2, 'CAT-3'],
  ['Queimador', 'un', 240.5, 'CAT-11'],
  ['Filtro', 'un', 12.75, 'CAT-11'],
  ['Termóstato', 'un', 38, 'CAT-1'],
]
const sizes = ['16 mm', '20 mm', '25 mm', '32 mm', '1/2"', '3/4"', '1"', 'padrão']

/** A material with the branch it belongs to. */
export function makeMaterial(index: number): { row: Row; branch: string } {
  const [name, unit, price, branch] = articles[index % articles.length] ?? ['', '', 0, '']
  const turn = Math.floor(index / articles.length)
  const range = Math.floor(turn / sizes.length)
  const description = [name, sizes[turn % sizes.length], range > 0 ? `série ${range + 1}` : '']
  const row = {
    code: `MAT-${String(index + 1).padStart(4, '0')}`,
    description: description.filter((part) => part !== '').join(' '),
    price: typed(price * (1 + (turn % sizes.length) * 0.3), index % 2 === 0),
    unit,
    eancode: index % 4 === 0 ? `560${String(index).padStart(10, '0')}` : '',
    barcode: null,
    freefield1: index % 3 === 0 ? 'NOR' : '',
    freefield2: '',
    freefield3: null,
    freefield4: null,
    freefield5: null,
    note: null,
    vat_code: index % 5 === 0 ? 'NOR' : null,
  }
  return { row, branch }
}

/** A customer; some have no e-mail address, some are billed to somebody else, one in forty is inactive. */
export function makeRelation(random: RandomState, index: number): Row {
  const firm = index % 3 !== 0
  return {
    debtor_number: String(index + 1).padStart(4, '0'),
    name: firm ? businessName(random) : personName(random),
    contact: firm ? personName(random) : '',
    phone_number: index % 5 === 0 ? '' : `2${digits(random, 8)}`,
    mobile: index % 6 === 0 ? `9${digits(random, 8)}` : null,
    email: index % 4 === 0 ? '' : `relacao${index + 1}@example.com`,
    email_workorder: index % 8 === 0 ? `obras${index + 1}@example.com` : '',
    ...addressOf(random),
    country: 'PT',
    remark: index % 9 === 0 ? 'Chave na portaria.' : null,
    latitude: index % 2 === 0 ? '40.203315' : null,
    longitude: index % 2 === 0 ? '-8.410257' : null,
    external_id: null,
    debtor_number_invoice: index % 10 === 7 ? '0001' : '',
    kvk_number: null,
    vat_number: firm ? `5${digits(random, 8)}` : null,
    debtor_type: pick(random, ['C', 'C', 'L']),
    language: 'pt',
    accountmanager: null,
    status: null,
    active: index % 40 === 39 ? '0' : '1',
    pgp_code: null,
    source: null,
    lead_phase: null,
  }
}
