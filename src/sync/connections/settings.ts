import { type Settings, type SettingsInput, settings as settingsSchema } from '../../domain/index.ts'
import { UsageError } from '../../errors/index.ts'

type Plain = Record<string, unknown>

/** What a person chose, with the defaults of this release filled in. */
export function readSettings(stored: Plain): Settings {
  const parsed = settingsSchema.safeParse(stored)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new UsageError(`These settings cannot be used: ${faults.join('; ')}.`, {
    code: 'invalid_settings',
    hint: 'Correct the named fields; nothing was changed.',
  })
}

/** Lays a patch over settings: objects field by field, lists and values as a whole. Checks the result. */
export function patchSettings(stored: Plain, patch: SettingsInput): Plain {
  const merged = merge(stored, patch)
  readSettings(merged)
  return merged
}

function merge(base: Plain, patch: Plain): Plain {
  const merged: Plain = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key]
    if (value === undefined) delete merged[key]
    else merged[key] = isPlain(value) && isPlain(before) ? merge(before, value) : value
  }
  return merged
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
