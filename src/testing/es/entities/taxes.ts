import type { JsonObject } from '../../http/json.ts'
import { fiscalZone, fiscalZones } from '../fiscal-zones.ts'
import { page } from '../lists/page.ts'
import {
  type CompanyCall,
  type Operations,
  objects,
  ofCompany,
  ofUser,
  type Problem,
  problem,
  Refusal,
  text,
} from '../operation.ts'
import type { Entity } from './entity.ts'

export const tax: Entity = {
  name: 'tax',
  table: 'taxes',
  model: 'Tax',
  defaults: () => ({ isDefault: false, exemptionReason: '', fiscalZoneFinanceTypeMode: '', flags: [] }),
  judge,
  stored: (_call, sent) => ({
    ...sent,
    ...(Array.isArray(sent.flags) ? { flags: sent.flags.map((flagId) => ({ flagId, name: '' })) } : {}),
    ...(typeof sent.fiscalZone === 'string' ? { fiscalZone: sent.fiscalZone.toUpperCase() } : {}),
  }),
}

function judge(_call: CompanyCall, after: JsonObject): Problem[] {
  const found: Problem[] = []
  const zone = fiscalZone(text(after, 'fiscalZone'))
  if (text(after, 'name').trim() === '') found.push(problem('name', 'Name is required'))
  if (![1, 2, 3].includes(Number(after.type))) found.push(problem('type', 'Invalid tax type'))
  if (Number(after.value) < 0) found.push(problem('value', 'Invalid tax value'))
  if (!zone) return [...found, problem('fiscalZone', 'The fiscal zone provided does not exist')]
  const kinds = zone.fiscalZoneFinanceTypes.map(({ id }) => id)
  if (!kinds.includes(Number(after.fiscalZoneFinanceType))) {
    found.push(problem('fiscalZoneFinanceType', 'Invalid fiscal zone finance type'))
  }
  return [...found, ...judgeMode(zone.fiscalZoneModes[0] ?? {}, after)]
}

/** VAT of zones that tell their usual rates apart names which one it is. */
function judgeMode(mode: JsonObject, after: JsonObject): Problem[] {
  const asked = ['TYPESELECTED', 'ALWAYS'].includes(text(mode, 'visible')) && mode.type === 'VALUES'
  if (!asked || Number(after.type) !== 1 || Number(after.fiscalZoneFinanceType) !== 1) return []
  const sent = text(after, 'fiscalZoneFinanceTypeMode')
  const codes = objects(mode, 'values').map(({ code }) => code)
  if (sent === '') {
    return [problem('fiscalZoneFinanceTypeMode', 'Fiscal zone finance type mode is required')]
  }
  return codes.includes(sent)
    ? []
    : [problem('fiscalZoneFinanceTypeMode', 'Invalid fiscal zone finance type mode')]
}

export const taxExtras: Operations = {
  fiscalZoneTaxSettings: ofCompany(({ args }) => {
    const zone = fiscalZone(text(args, 'fiscalZone'))
    if (!zone) throw new Refusal(problem('fiscalZone', 'The fiscal zone provided does not exist'))
    return zone
  }),
  fiscalZonesTaxSettings: ofUser((call) => page(call, fiscalZones, 'FiscalZonesTaxSettingsRead')),
}
