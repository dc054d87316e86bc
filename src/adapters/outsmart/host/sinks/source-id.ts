import type { Source } from '../../../../domain/index.ts'
import { platform } from '../../../../domain/source.ts'

/** A source as OutSmart keeps it: in `external_id`, and in codes of records that Moloni gives none. */
export function sourceId({ platform, companyId, id }: Source): string {
  return `moloni-${platform}-${companyId}-${id}`
}

/** The source that such a text states; undefined for anything else. */
export function sourceIn(text: string | undefined): Source | undefined {
  const [, name, companyId, id] = /^moloni-([a-z]+)-([^-]+)-([^-]+)$/.exec(text ?? '') ?? []
  const known = platform.safeParse(name)
  return known.success && companyId && id ? { platform: known.data, companyId, id } : undefined
}
