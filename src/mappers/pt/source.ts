import type { Source } from '../../domain/index.ts'

/** Where a row of Moloni Portugal comes from. */
export function ptSource(companyId: number | string, id: number): Source {
  return { platform: 'pt', companyId: String(companyId), id: String(id) }
}
