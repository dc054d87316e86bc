import { isNif } from '../../tax-numbers/portuguese.ts'
import type { CompanyCall } from '../method.ts'
import type { Row } from '../state.ts'
import type { Problem } from '../validation/problem.ts'
import type { Fields } from '../validation/rules.ts'

/** What customers, suppliers and salesmen have in common. */
export const contactFields: Fields = { email: 'email', website: 'url', phone: 'phone', fax: 'text' }

export const partySearches = {
  Search: { param: 'search', type: 'text', fields: ['name', 'number', 'vat', 'email'] },
  Vat: { param: 'vat', type: 'text', fields: ['vat'] },
  Number: { param: 'number', type: 'text', fields: ['number'] },
  Name: { param: 'name', type: 'text', fields: ['name'] },
  Email: { param: 'email', type: 'email', fields: ['email'] },
}

/** Number unique, Portuguese tax number and postal code right. */
export function partyProblems(table: 'customers' | 'salesmen' | 'suppliers', id: string) {
  return ({ company, values }: CompanyCall, row: Row | undefined): Problem[] => {
    const problems: Problem[] = []
    const taken = company[table].some((other) => other[id] !== row?.[id] && other.number === values.number)
    if (values.number !== undefined && taken) problems.push({ code: 4, field: 'number' })
    const portuguese = (values.country_id ?? row?.country_id) === 1
    if (portuguese && values.vat && !isNif(String(values.vat))) problems.push({ code: 8, field: 'vat' })
    if (portuguese && values.zip_code && !isPostalCode(String(values.zip_code))) {
      problems.push({ code: 7, field: 'zip_code' })
    }
    return problems
  }
}

/** Whether the text is a Portuguese postal code. */
export function isPostalCode(text: string): boolean {
  return /^\d{4}-\d{3}$/.test(text)
}
