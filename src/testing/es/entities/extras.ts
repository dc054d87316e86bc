import type { JsonObject } from '../../http/json.ts'
import { timeText } from '../dates.ts'
import {
  answer,
  type CompanyCall,
  type Operations,
  object,
  ofCompany,
  ofUser,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import { entities } from './all.ts'
import { logsOf } from './logs.ts'
import { isTaxNumber } from './parties.ts'
import { create } from './table-operations.ts'

/** Small operations beside the usual ones. */
export const smallOperations: Operations = {
  ATSettings: ofCompany((call) => answer(atSettings(call))),
  ATSettingsUpdate: ofUser((call) => {
    const { state, user, args, now } = call
    const company = state.companies[user?.companies[0] ?? 0]
    if (!user || !company) throw new Refusal(problem('*', "You don't have access to this company."))
    const { password, ...settings } = object(args, 'data')
    const passwordSet = password === undefined ? {} : { passwordSet: '1' }
    const before = object(company.company, 'at')
    company.company.at = { ...before, ...settings, ...passwordSet, updatedAt: timeText(now) }
    return answer(atSettings({ ...call, user, company }))
  }),
  bulkCustomer: ofCompany((call) => answer(bulk(call, 'customers', 'customer'))),
  bulkSupplier: ofCompany((call) => answer(bulk(call, 'suppliers', 'supplier'))),
  companyLogs: logsOf('company'),
  companyUserLogs: logsOf('companyUser'),
  measurementUnitImport: ofCompany((call) => {
    const unit = entities.find(({ name }) => name === 'measurementUnit')
    if (!unit) throw new RangeError('There are no measurement units.')
    return answer(create(unit, call, object(call.args, 'data')))
  }),
  mePasswordCheck: ofUser(() => true),
  viesCheck: ofUser((call) => {
    const [iso, vat] = [text(call.args, 'countryISO').toUpperCase(), text(call.args, 'vat')]
    if (!isTaxNumber(vat, iso)) throw new Refusal(problem('vat', 'Invalid VAT inserted'))
    const found = Object.values(call.state.companies)
      .flatMap(({ customers }) => customers)
      .find((row) => row.vat === vat)
    const { name = '---', address = '---', zipCode = '', city = '' } = found ?? {}
    return answer({ countryCode: iso, name, address, zipCode, city })
  }),
}

function atSettings({ company, user }: CompanyCall): JsonObject {
  const { companyId } = company
  const blank = {
    automaticInvoice: false,
    automaticTransport: false,
    automaticDocSets: false,
    passwordSet: '0',
  }
  return {
    companyATId: companyId,
    companyId,
    userId: user.userId,
    ...blank,
    ...object(company.company, 'at'),
  }
}

/** Several rows at once, shown as the first of them. */
function bulk({ args, company }: CompanyCall, table: 'customers' | 'suppliers', name: string): JsonObject {
  const sent = args[`${name}Ids`]
  const ids = Array.isArray(sent) ? sent : []
  const found = company[table].filter((row) => ids.includes(row[`${name}Id`] ?? null))
  const first = found[0] ?? null
  const shown = name === 'customer' ? { bulkCustomer: first } : { ...first, bulkSupplier: null }
  return { [`${name}Ids`]: ids, [`${name}Count`]: found.length, ...shown }
}
