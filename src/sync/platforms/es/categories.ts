import type { EsClient, ProductCategory } from '../../../es/index.ts'
import type { RowPage } from '../import-stream.ts'
import type { CallOptions } from '../platform.ts'

/** More levels than a tree of categories has. */
const DEEPEST = 30
/** Rows that are asked for at once. */
const PAGE_SIZE = 200
/** Roots that are looked below before a tree counts as flat. */
const LOOKED_BELOW = 50

/**
 * Whether the list without a filter leaves out what lies below the roots, which is not documented: then each level has to be
 * asked for by its parents.
 */
export async function showsRootsOnly(es: EsClient, options: CallOptions): Promise<boolean> {
  const { rows } = await read(es, options)
  if (rows.some(({ parentId }) => parentId)) return false
  for (const { productCategoryId } of rows.slice(0, LOOKED_BELOW))
    if ((await read(es, options, productCategoryId)).rows.length > 0) return true
  return false
}

/** All categories as one page, each after the one above it. */
export async function* categoryTree(
  es: EsClient,
  { signal, rootsOnly }: CallOptions & { readonly rootsOnly: boolean },
): AsyncGenerator<RowPage<ProductCategory>> {
  const rows = new Map<number, ProductCategory>()
  const badRows: Level['badRows'] = []
  const add = (level: Level): readonly ProductCategory[] => {
    const fresh = level.rows.filter(({ productCategoryId }) => !rows.has(productCategoryId))
    for (const row of fresh) rows.set(row.productCategoryId, row)
    badRows.push(...level.badRows)
    return fresh
  }
  let level = add(await read(es, { signal }))
  for (let depth = 0; rootsOnly && level.length > 0 && depth < DEEPEST; depth++) {
    const below: ProductCategory[] = []
    for (const { productCategoryId } of level)
      below.push(...add(await read(es, { signal }, productCategoryId)))
    level = below
  }
  const ordered = parentsFirst([...rows.values()])
  yield { rows: ordered, badRows, offset: 0, rawLength: ordered.length + badRows.length }
}

interface Level {
  readonly rows: ProductCategory[]
  readonly badRows: RowPage<ProductCategory>['badRows'][number][]
}

async function read(es: EsClient, { signal }: CallOptions, parentId?: number): Promise<Level> {
  const below =
    parentId === undefined ? [] : [{ field: 'parentId', comparison: 'eq', value: parentId } as const]
  const level: Level = { rows: [], badRows: [] }
  const list = es.productCategories.list({ filter: below, pageSize: PAGE_SIZE })
  for await (const { rows, badRows } of list.pages({ signal })) {
    level.rows.push(...rows)
    level.badRows.push(...badRows)
  }
  return level
}

/** Rows whose parent is not there, or that lie in a circle, come last. */
function parentsFirst(rows: readonly ProductCategory[]): ProductCategory[] {
  const below = new Map<number, ProductCategory[]>()
  for (const row of rows) {
    const parent = row.parentId ?? 0
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  const ordered: ProductCategory[] = []
  let level = below.get(0) ?? []
  while (level.length > 0) {
    ordered.push(...level)
    level = level.flatMap(({ productCategoryId }) => below.get(productCategoryId) ?? [])
  }
  const placed = new Set(ordered)
  return [...ordered, ...rows.filter((row) => !placed.has(row))]
}
