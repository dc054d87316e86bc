import type { Mapped, MaterialCategory } from '../../domain/index.ts'
import { known, knownId } from '../known.ts'
import { present } from '../present.ts'
import { sourceOf } from '../source.ts'
import type { EsPlatform } from './codes.ts'
import type { EsCategoryRow } from './rows.ts'

export interface EsCategoryContext {
  readonly platform: EsPlatform
  readonly companyId: number | string
}

/**
 * A category of materials from a product category. Its code is Moloni's id, and so is that of the one above.
 *
 * Issues: `missing_name`.
 */
export function categoryFromEsCategory(
  row: EsCategoryRow,
  { platform, companyId }: EsCategoryContext,
): Mapped<MaterialCategory> {
  const code = String(row.productCategoryId)
  const name = known(row.name)
  if (!name) return { issues: [{ code: 'missing_name', field: 'name', thing: code, severity: 'error' }] }
  const parentId = knownId(row.parentId)
  return {
    value: {
      code,
      name,
      active: row.visible !== 0,
      source: sourceOf(platform, companyId, row.productCategoryId),
      ...present({
        parentCode: parentId === undefined ? undefined : String(parentId),
        note: known(row.summary),
      }),
    },
    issues: [],
  }
}
