import type { Platform, Source } from '../domain/index.ts'

/** Where a row of Moloni comes from. */
export function sourceOf(platform: Platform, companyId: number | string, id: number): Source {
  return { platform, companyId: String(companyId), id: String(id) }
}
