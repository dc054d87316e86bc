import type { JsonObject } from '../../http/json.ts'
import { nextRandom, type RandomState } from '../../http/random.ts'
import { checkDigit } from '../../tax-numbers/portuguese.ts'
import { customerRecord } from './base-data.ts'
import type { Sowing } from './installer.ts'
import { firstNames, lastNames, legalForms, placesByZone, streets, tradeNames, trades } from './names.ts'

/** One of a list. */
export function choose<T>(random: RandomState, list: readonly [T, ...T[]] | readonly T[]): T {
  const found = list[Math.floor(nextRandom(random) * list.length)]
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}

function digits(random: RandomState, length: number): string {
  return Array.from({ length }, () => Math.floor(nextRandom(random) * 10)).join('')
}

/** A valid Portuguese tax number that begins with a prefix. */
function makeNif(random: RandomState, prefix: string): string {
  const eight = prefix + digits(random, 8 - prefix.length)
  return eight + checkDigit(eight)
}

/** Every so many customers something is missing or different; the numbers are coprime so that faults spread. */
const missing: readonly { every: number; at: number; field: string }[] = [
  { every: 11, at: 5, field: 'vat' },
  { every: 13, at: 7, field: 'zip_code' },
  { every: 17, at: 9, field: 'address' },
  { every: 19, at: 11, field: 'city' },
]

export function makeCustomer(sowing: Sowing, index: number): JsonObject {
  if (index % 45 === 44) return spanish(sowing, index)
  const zone = index % 12 === 10 ? 'PT-AC' : index % 15 === 12 ? 'PT-MA' : 'PT'
  const place = choose(sowing, placesByZone[zone])
  const company = index % 3 !== 0
  const name = company ? businessName(sowing) : `${choose(sowing, firstNames)} ${choose(sowing, lastNames)}`
  const customer = customerRecord({
    number: String(index).padStart(4, '0'),
    name,
    vat: makeNif(sowing, name.startsWith('Condomínio') ? '90' : company ? '5' : '2'),
    address: `${choose(sowing, streets)} ${1 + Math.floor(nextRandom(sowing) * 180)}`,
    city: place.city,
    zip_code: `${place.code}-${digits(sowing, 2)}1`,
    email: index % 4 === 0 ? '' : `cliente${index}@example.com`,
    phone: index % 5 === 0 ? '' : `2${digits(sowing, 8)}`,
    contact_name: company ? `${choose(sowing, firstNames)} ${choose(sowing, lastNames)}` : '',
    maturity_date_id: choose(sowing, sowing.company.maturityDates).maturity_date_id,
    payment_method_id: choose(sowing, sowing.company.paymentMethods).payment_method_id,
  })
  for (const { every, at, field } of missing) if (index % every === at) customer[field] = ''
  return customer
}

function businessName(sowing: Sowing): string {
  const trade = choose(sowing, trades)
  const name = `${trade} ${choose(sowing, tradeNames)}`
  return trade === 'Condomínio' ? name : `${name}, ${choose(sowing, legalForms)}`
}

function spanish(sowing: Sowing, index: number): JsonObject {
  return customerRecord({
    number: String(index).padStart(4, '0'),
    name: `Instalaciones ${choose(sowing, ['Rías Baixas', 'Miño', 'Galicia'])} S.L.`,
    vat: 'B36000003',
    address: 'Rúa do Príncipe 22',
    city: 'Vigo',
    zip_code: '36202',
    country_id: 70,
    language_id: 3,
    email: `cliente${index}@example.com`,
  })
}
