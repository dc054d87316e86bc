import type { Platform, Settings } from '../../domain/index.ts'
import type { Findings } from '../records/connection.ts'

/** The kinds that can have a start date, with the list that they are read from. */
const LISTS = { relations: 'customers', materials: 'products', hourTypes: 'products' } as const

const KINDS = ['relations', 'materials', 'hourTypes'] as const

/** What the import settings ask for and cannot get, one sentence each, with the path of the field. */
export function importFaults(
  platform: Platform,
  { imports }: Pick<Settings, 'imports'>,
  found: Findings | undefined,
): string[] {
  const { materials, hourTypes } = imports
  const faults: string[] = []
  if (materials.enabled && hourTypes.enabled && materials.startDate !== hourTypes.startDate)
    faults.push(
      'imports.hourTypes.startDate: materials and hour types come from one list, so both need the same start date',
    )
  const { serviceSheets } = imports
  if (serviceSheets.enabled && platform !== 'pt')
    faults.push('imports.serviceSheets.enabled: only Moloni Portugal has service sheets')
  if (serviceSheets.enabled && serviceSheets.startDate === undefined)
    faults.push('imports.serviceSheets.startDate: service sheets need one, for each becomes work')
  if (platform === 'pt' || !found) return faults
  for (const kind of KINDS) {
    const { enabled, startDate } = imports[kind]
    if (enabled && startDate !== undefined && found.changes[LISTS[kind]] === undefined)
      faults.push(
        `imports.${kind}.startDate: this account cannot be asked which ${LISTS[kind]} were changed since a day`,
      )
  }
  return faults
}
