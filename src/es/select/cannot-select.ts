import { UsageError } from '../../errors/index.ts'

/** What no selection can be made of. */
export function cannotSelect(path: readonly string[], why: string): UsageError {
  const place = path.length === 0 ? 'The select' : `The select at ${path.join('.')}`
  return new UsageError(`${place} cannot be asked for: ${why}.`, {
    code: 'invalid_select',
    hint: 'Give a z.object that names the fields that you want.',
  })
}
