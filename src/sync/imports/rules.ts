import type { FieldLead } from '../../domain/import-settings.ts'
import { type Issue, type Settings, settings as settingsSchema } from '../../domain/index.ts'
import { canonicalJson } from '../../internal/json.ts'
import type { ImportEntity, ImportKind, StreamItem } from '../platforms/platform.ts'
import { fieldsOf, identityOf } from './entities.ts'

/** What the settings say of one kind; what it cannot be told stands at what every kind does. */
export interface ImportRules {
  readonly gone: 'deactivate' | 'keep'
  readonly hidden: 'flag' | 'deactivate' | 'leaveOut'
  readonly leftOut: 'keep' | 'deactivate'
  readonly lead: FieldLead
  readonly fields: Readonly<Record<string, FieldLead | undefined>>
  readonly require: readonly string[]
  readonly localEdits: 'report' | 'setAside'
  readonly match: boolean
  readonly vanished: 'create' | 'report'
  readonly startDate?: string | undefined
  readonly filter: Filter
}

interface Filter {
  readonly numbers?: readonly string[]
  readonly references?: readonly string[]
  readonly categories?: readonly string[]
}

const general: Pick<ImportRules, 'hidden' | 'leftOut' | 'filter'> = {
  hidden: 'flag',
  leftOut: 'keep',
  filter: {},
}

export function rulesOf({ imports }: Pick<Settings, 'imports'>, kind: ImportKind): ImportRules {
  return { ...general, ...imports[kind] }
}

/** What becomes of a row by the settings, before it is compared with anything. */
export type Choice =
  | { readonly is: 'wanted' }
  /** Not delivered; the host's record is deactivated where there is one. */
  | { readonly is: 'leftOut'; readonly deactivate: boolean }
  | { readonly is: 'invalid'; readonly issues: readonly Issue[] }

export function choose(rules: ImportRules, item: StreamItem, entity: ImportEntity): Choice {
  const hidden = fieldsOf(entity).active === false
  if (hidden && rules.hidden === 'deactivate') return { is: 'leftOut', deactivate: true }
  const passes = isPassing(rules.filter, item, entity) && !(hidden && rules.hidden === 'leaveOut')
  if (!passes) return { is: 'leftOut', deactivate: rules.leftOut === 'deactivate' }
  const issues = missingFields(rules.require, entity)
  return issues.length > 0 ? { is: 'invalid', issues } : { is: 'wanted' }
}

function isPassing({ numbers, references, categories = [] }: Filter, item: StreamItem, entity: ImportEntity) {
  const identity = identityOf(entity)
  const beginnings = numbers ?? references ?? []
  const { categoryCode = item.category } = fieldsOf(entity)
  return (
    (beginnings.length === 0 || beginnings.some((beginning) => identity.startsWith(beginning))) &&
    (categories.length === 0 || categories.some((category) => category === categoryCode))
  )
}

/** Codes of missing fields that have one of their own. */
const MISSING: Readonly<Record<string, string>> = {
  street: 'missing_street',
  postalCode: 'missing_postal_code',
  city: 'missing_city',
  vatNumber: 'missing_tax_number',
}

function missingFields(required: readonly string[], entity: ImportEntity): Issue[] {
  const fields = fieldsOf(entity)
  const thing = identityOf(entity)
  return required
    .filter((name) => isEmpty(fields[name]))
    .map((field) => ({ code: MISSING[field] ?? 'missing_field', field, thing, severity: 'error' }))
}

export const isEmpty = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Who leads the fields of a kind, for comparison; undefined while that is Moloni for all. */
export function leadKey({ lead, fields }: ImportRules): unknown {
  const others = Object.entries(fields).filter(([, leader]) => leader !== undefined && leader !== lead)
  return lead === 'moloni' && others.length === 0 ? undefined : [lead, Object.fromEntries(others)]
}

/** The settings that decide what becomes of the rows of a kind, where they are not the defaults. */
export function readingKey(settings: Pick<Settings, 'imports'>, kind: ImportKind): unknown {
  const own = decisive(rulesOf(settings, kind))
  const usual = decisive(rulesOf(settingsSchema.parse({}), kind))
  return canonicalJson(own) === canonicalJson(usual) ? undefined : [kind, own]
}

function decisive(rules: ImportRules) {
  const { hidden, leftOut, require, filter, startDate } = rules
  return { hidden, leftOut, require, filter, startDate, lead: leadKey(rules) }
}
