import type { JsonObject } from '../../http/json.ts'
import { isNif } from '../../tax-numbers/portuguese.ts'
import { isSpanishTaxNumber } from '../../tax-numbers/spanish.ts'
import { isoOf } from '../globals/countries.ts'
import { type CompanyCall, type Problem, problem, text } from '../operation.ts'
import type { TableName } from '../state.ts'

/** The number that Portugal's tax authority gives to whoever is not identified; everybody may have it. */
const finalConsumer = '999999990'

/** What customers, suppliers and salespersons have in common. */
export function judgeParty(
  call: CompanyCall,
  table: TableName,
  noun: string,
  after: JsonObject,
  before: JsonObject | undefined,
): Problem[] {
  const vat = text(after, 'vat')
  const iso = isoOf(after.countryId)
  const found: Problem[] = []
  if (vat !== '' && vat !== before?.vat && !isTaxNumber(vat, iso))
    found.push(problem('vat', 'Invalid VAT inserted'))
  if (vat !== '' && vat !== finalConsumer && taken(call, table, 'vat', vat, before)) {
    found.push(problem('vat', `A ${noun} with that vat already exists for your company`))
  }
  const number = text(after, 'number')
  if (number.trim() === '') found.push(problem('number', 'Number is required'))
  else if (taken(call, table, 'number', number, before)) {
    found.push(problem('number', `A ${noun} with that number already exists for your company`))
  }
  const zipCode = text(after, 'zipCode')
  if (iso === 'PT' && zipCode !== '' && !/^\d{4}-\d{3}$/.test(zipCode)) {
    found.push(problem('zipCode', 'Invalid zip code format'))
  }
  return found
}

/** Numbers are checked where their rules are known: Portugal and Spain. */
export function isTaxNumber(vat: string, iso: string): boolean {
  if (iso === 'PT') return isNif(vat)
  return iso === 'ES' ? isSpanishTaxNumber(vat) : true
}

/** Whether another row of the table has this text in a field. */
export function taken(
  { company, behaviour }: CompanyCall,
  table: TableName,
  field: string,
  wanted: string,
  before: JsonObject | undefined,
): boolean {
  const key = (value: string) => (behaviour.caseSensitive ? value : value.toLowerCase())
  return company[table].some((row) => row !== before && key(text(row, field)) === key(wanted))
}
