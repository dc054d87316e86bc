import type { JsonObject } from '../../http/json.ts'
import { nextRandom, type RandomState } from '../../http/random.ts'
import { checkDigit } from '../../tax-numbers/portuguese.ts'
import { companyChecks, personLetter } from '../../tax-numbers/spanish.ts'
import { portugal, spain } from '../globals/countries.ts'
import type { Sowing } from './installer.ts'
import { names } from './names.ts'

/** One of a list. */
function choose<T>(random: RandomState, list: readonly T[]): T {
  const found = list[Math.floor(nextRandom(random) * list.length)]
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}

function digits(random: RandomState, length: number): string {
  return Array.from({ length }, () => Math.floor(nextRandom(random) * 10)).join('')
}

/** Every so many customers something is missing; the numbers are coprime so that gaps spread. */
const missing: readonly { every: number; at: number; field: string }[] = [
  { every: 11, at: 5, field: 'vat' },
  { every: 13, at: 7, field: 'zipCode' },
  { every: 17, at: 9, field: 'address' },
  { every: 19, at: 11, field: 'city' },
]

export function makeCustomer(sowing: Sowing, index: number): JsonObject {
  const { platform, company } = sowing
  const foreign = index % 45 === 44
  const at = foreign ? other[platform] : platform
  const { firstNames, lastNames, streets, places } = names[at]
  const business = index % 3 !== 0
  const person = () => `${choose(sowing, firstNames)} ${choose(sowing, lastNames)}`
  const [city, code] = choose(sowing, places)
  const customer: JsonObject = {
    number: String(index + 1).padStart(4, '0'),
    name: business ? businessName(sowing, at) : person(),
    vat: taxNumber(sowing, at, business),
    address: `${choose(sowing, streets)} ${1 + Math.floor(nextRandom(sowing) * 180)}`,
    city,
    zipCode: at === 'es' ? `${code}${digits(sowing, 2)}` : `${code}-${digits(sowing, 2)}1`,
    countryId: at === 'es' ? spain : portugal,
    languageId: languageIds[platform][at],
    email: index % 4 === 0 ? '' : `cliente${index}@example.com`,
    phone: index % 5 === 0 ? '' : `9${digits(sowing, 8)}`,
    contactName: business ? person() : '',
    maturityDateId: choose(sowing, company.maturityDates).maturityDateId ?? null,
    paymentMethodId: choose(sowing, company.paymentMethods).paymentMethodId ?? null,
    ...empty,
  }
  for (const { every, at: rest, field } of missing) if (index % every === rest) customer[field] = ''
  return customer
}

const other = { es: 'on', on: 'es' } as const
const languageIds = { es: { es: 2, on: 1 }, on: { es: 2, on: 1 } }

const empty: JsonObject = {
  isDefault: false,
  notes: '',
  discount: 0,
  creditLimit: 0,
  balance: 0,
  taxes: [],
  copies: [],
  alternateAddresses: [],
}

function businessName(sowing: Sowing, at: 'es' | 'on'): string {
  const { trades, tradeNames, legalForms } = names[at]
  return `${choose(sowing, trades)} ${choose(sowing, tradeNames)}, ${choose(sowing, legalForms)}`
}

/** A number with a right check character. */
function taxNumber(sowing: Sowing, at: 'es' | 'on', business: boolean): string {
  if (at === 'on') {
    const eight = (business ? '5' : '2') + digits(sowing, 7)
    return eight + checkDigit(eight)
  }
  const seven = digits(sowing, 7)
  if (business) return `B${seven}${companyChecks(`B${seven}`)[0]}`
  if (nextRandom(sowing) < 0.2) return `X${seven}${personLetter(`0${seven}`)}`
  const eight = `4${seven}`
  return eight + personLetter(eight)
}
