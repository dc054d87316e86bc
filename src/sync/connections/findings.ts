import { isMoloniError } from '../../errors/index.ts'
import type { Context } from '../context.ts'
import { openPlatform } from '../platforms/open-platform.ts'
import { changeConnection, requireConnection } from './connection.ts'
import { readSettings } from './settings.ts'

/** For how long what was found is believed. */
const BELIEVED_MS = 7 * 86_400_000

/**
 * Asks the account what it has, when that was not asked lately. What cannot be asked now is asked by the next run: until
 * then the account counts as having nothing special, which costs requests and harms nobody.
 */
export async function learnAccount(context: Context, id: string, signal?: AbortSignal): Promise<void> {
  const { records, clock, logger } = context
  const { value: record } = await requireConnection(records, id)
  if (record.found && record.found.at + BELIEVED_MS > clock.now()) return
  const platform = await openPlatform(context, record, readSettings(record.settings))
  try {
    const found = await platform.probe({ signal })
    await changeConnection(records, id, (before) => ({ ...before, found: { ...found, at: clock.now() } }))
  } catch (error) {
    signal?.throwIfAborted()
    if (!isMoloniError(error)) throw error
    logger.warn('the account could not be asked what it has', { code: error.code })
  }
}
