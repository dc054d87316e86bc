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
  const { unknown } = settings.exports
  const uses = {
    'push.materials.mode': materials.mode === 'off' ? [] : (['categoryId', 'unitId'] as const),
    'exports.unknown.materials':
      unknown.materials === 'create' ? (['categoryId', 'unitId', 'vat'] as const) : [],
    'exports.unknown.hourTypes':
      unknown.hourTypes === 'create' ? (['categoryId', 'hourUnitId', 'vat'] as const) : [],
  }
  for (const [path, names] of Object.entries(uses))
    for (const name of names)
      if (materials[name] === undefined)
        faults.push(`push.materials.${name}: no product can be made without it (${path})`)
  return faults
}
