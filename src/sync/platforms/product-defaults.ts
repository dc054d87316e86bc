import type { Issue, Mapped, Settings } from '../../domain/index.ts'
import {
  type AccountTables,
  isHourUnit,
  type ProductEntity,
  type ProductVat,
  productVat,
  type Unit,
} from '../../mappers/index.ts'

/** What a new product gets beside what its record states. */
export interface ProductDefaults {
  readonly categoryId: number
  readonly unitId: number
  readonly vat: ProductVat
}

/** What decides it of the account: its units by id, and its taxes. */
export interface ProductAccount {
  readonly units: ReadonlyMap<number, Unit>
  readonly tables: Pick<AccountTables, 'taxes' | 'exemptions' | 'exemptionTexts' | 'fiscalZone'>
}

/**
 * Category, unit and VAT of a new product by the settings, held against what the account has. A unit of the wrong nature would make
 * the next import take the product for something else.
 *
 * Issues: `push_setting_missing`, `unit_not_in_account`, `unit_of_other_kind`, `vat_not_in_account`.
 */
export function productDefaults(
  entity: ProductEntity,
  { push, imports }: Pick<Settings, 'push' | 'imports'>,
  { units, tables }: ProductAccount,
): Mapped<ProductDefaults> {
  const { categoryId, unitId, hourUnitId, vat: choice } = push.materials
  const issues: Issue[] = []
  const say = (code: string, field: string, thing?: number) =>
    issues.push({ code, field, severity: 'error', ...(thing === undefined ? {} : { thing: String(thing) }) })

  if (categoryId === undefined) say('push_setting_missing', 'push.materials.categoryId')
  const isHour = entity.kind === 'hourType'
  const [unit, field] = isHour ? [hourUnitId, 'hourUnitId'] : [unitId, 'unitId']
  const described = unit === undefined ? undefined : units.get(unit)
  if (unit === undefined) say('push_setting_missing', `push.materials.${field}`)
  else if (!described) say('unit_not_in_account', `push.materials.${field}`, unit)
  else if (isHourUnit(described, imports.hourUnits) !== isHour)
    say('unit_of_other_kind', `push.materials.${field}`, unit)

  const stated = entity.kind === 'hourType' ? entity.hourType.vatRate : entity.material.vatRate
  const vat = productVat(stated, choice, tables)
  issues.push(...vat.issues)
  if (issues.length > 0 || categoryId === undefined || unit === undefined || !vat.value) return { issues }
  return { value: { categoryId, unitId: unit, vat: vat.value }, issues }
}
