import type { Settings } from '../../domain/index.ts'
import { PUSHED } from './run-push.ts'
import { writtenFields } from './update.ts'

/** What the push settings ask for and cannot get, one sentence each, with the path of the field. */
export function pushFaults(settings: Settings): string[] {
  const { materials } = settings.push
  const faults = PUSHED.filter(
    (kind) => settings.push[kind].mode === 'upsert' && writtenFields(settings, kind).length === 0,
  ).map(
    (kind) =>
      `push.${kind}.mode: Moloni leads every field (imports.${kind}.lead), so nothing can be updated; use createMissing`,
  )
  if (materials.mode === 'off') return faults
  for (const name of ['categoryId', 'unitId'] as const)
    if (materials[name] === undefined)
      faults.push(`push.materials.${name}: no product can be made without it`)
  return faults
}
