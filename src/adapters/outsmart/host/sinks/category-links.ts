import type { Material } from '../../../../domain/index.ts'
import type { CallOptions } from '../../client/caller.ts'
import type { OutsmartClient } from '../../client/client.ts'
import { folded, heldList } from '../lists.ts'
import type { Refusal } from '../refusals.ts'
import type { SinkParts } from '../sink.ts'
import { writeThrough } from '../write-through.ts'

/** Puts materials into their category. */
export interface CategoryLinks {
  write(materials: readonly Material[], options: CallOptions): Promise<(Refusal | undefined)[]>
}

interface Link {
  readonly mct_mat_code: string
  readonly mct_cat_code: string
}

/**
 * Links are added where OutSmart has the category. The only link of a material moves with it; where there are several,
 * somebody put it there, and they stay: OutSmart deletes all links of a material, or none.
 */
export function categoryLinksOf(
  client: OutsmartClient,
  { clock, batchSize, listsMs: ms }: SinkParts,
): CategoryLinks {
  const keyOf = ({ mct_mat_code, mct_cat_code }: Link) => JSON.stringify([mct_mat_code, mct_cat_code])
  const links = heldList((options) => client.materialCategories.list({}, options), keyOf, { clock, ms })
  const categories = heldList(
    (options) => client.categories.list({}, options),
    ({ cat_code }) => cat_code,
    { clock, ms },
  )

  async function removeLinks(value: string, { signal }: CallOptions): Promise<void> {
    await client.records.delete({ entity: 'material_category', key: 'mct_mat_code', value }, { signal })
    links.drop()
  }

  return {
    async write(materials, options) {
      const { signal } = options
      const refusals: (Refusal | undefined)[] = materials.map(() => undefined)
      const stated = materials.flatMap(({ code, categoryCode }, owner) =>
        categoryCode ? [{ owner, link: { mct_mat_code: code, mct_cat_code: categoryCode } }] : [],
      )
      if (stated.length === 0) return refusals
      const known = await categories.rows(signal)
      const held = await links.rows(signal)
      const wanted = stated.filter(
        ({ link }) => known.has(folded(link.mct_cat_code)) && !held.has(folded(keyOf(link))),
      )
      if (wanted.length === 0) return refusals
      const moving = new Map(wanted.map(({ link }) => [folded(link.mct_mat_code), 0]))
      for (const { mct_mat_code } of held.values()) {
        const links = moving.get(folded(mct_mat_code))
        if (links !== undefined) moving.set(folded(mct_mat_code), links + 1)
      }
      for (const { link } of wanted) {
        if (moving.get(folded(link.mct_mat_code)) === 1) await removeLinks(link.mct_mat_code, options)
      }
      const outcomes = await writeThrough(
        wanted.map(({ link }) => link),
        { list: links, save: (some) => client.materialCategories.save(some, { signal }), batchSize, signal },
      )
      for (const [i, { owner }] of wanted.entries()) refusals[owner] = outcomes[i]
      return refusals
    },
  }
}
