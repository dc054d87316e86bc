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
  const isHour = entity.kind === 'hourType'
  const unit = isHour ? hourUnitId : unitId
  const setting = `push.materials.${isHour ? 'hourUnitId' : 'unitId'}`
  if (categoryId === undefined) issues.push(missing('push.materials.categoryId'))
  if (unit === undefined) issues.push(missing(setting))
  else {
    const described = units.get(unit)
    const code = described ? 'unit_of_other_kind' : 'unit_not_in_account'
    if (!described || isHourUnit(described, imports.hourUnits) !== isHour)
      issues.push({ code, severity: 'error', thing: String(unit), details: { setting } })
  }

  const stated = entity.kind === 'hourType' ? entity.hourType.vatRate : entity.material.vatRate
  const vat = productVat(stated, choice, tables)
  issues.push(...vat.issues)
  if (issues.length > 0 || categoryId === undefined || unit === undefined || !vat.value) return { issues }
  return { value: { categoryId, unitId: unit, vat: vat.value }, issues }
}

function missing(setting: string): Issue {
  return { code: 'push_setting_missing', severity: 'error', thing: setting }
}
