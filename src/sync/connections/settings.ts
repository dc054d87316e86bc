import type * as z from 'zod'
import { type Settings, type SettingsInput, settings as settingsSchema } from '../../domain/index.ts'
import { UsageError } from '../../errors/index.ts'
import { importFaults } from '../imports/faults.ts'
import { beyondCapabilities } from '../platforms/capabilities.ts'
import { pushFaults } from '../push/faults.ts'
import type { ConnectionRecord } from '../records/connection.ts'

type Plain = Record<string, unknown>

/** What a person chose, with the defaults of this release filled in. */
export function readSettings(stored: Plain): Settings {
  const parsed = settingsSchema.safeParse(stored)
  if (parsed.success) return parsed.data
  throw refused(parsed.error.issues.flatMap(faultsOf))
}

function refused(faults: readonly string[]): UsageError {
  return new UsageError(`These settings cannot be used: ${faults.join('; ')}.`, {
    code: 'invalid_settings',
    hint: 'Correct the named fields; nothing was changed.',
  })
}

function faultsOf(fault: z.core.$ZodIssue): string[] {
  if (fault.code !== 'unrecognized_keys') return [`${fault.path.join('.')}: ${fault.message}`]
  return fault.keys.map((key) => `${[...fault.path, key].join('.')}: there is no such setting`)
}

/**
 * The record with a patch laid over its settings: objects field by field, lists and values as a whole. What comes out is
 * checked, also against what the platform can do.
 */
export function withSettings(record: ConnectionRecord, patch: SettingsInput): ConnectionRecord {
  if (!isPlain(patch)) throw refused(['they are not an object'])
  const settings = merge(record.settings, patch)
  const chosen = readSettings(settings)
  const faults = [
    ...beyondCapabilities(record.platform, chosen, record.found),
    ...importFaults(record.platform, chosen, record.found),
    ...pushFaults(chosen),
  ]
  if (faults.length > 0) throw refused(faults)
  return { ...record, settings, settingsVersion: record.settingsVersion + 1 }
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
