import { UsageError } from '../errors/index.ts'

/**
 * A moment as `lastmodified` takes it. A `Date` is written in UTC, which is Lisbon's time or one hour earlier:
 * some rows may come twice, none is missed. Text is sent as it is, in Lisbon's time.
 */
export function momentText(moment: Date | string): string {
  if (typeof moment === 'string') return moment
  if (moment instanceof Date && !Number.isNaN(moment.getTime())) {
    return moment.toISOString().slice(0, 19).replace('T', ' ')
  }
  throw new UsageError('This is not a date that can be sent.', {
    code: 'invalid_params',
    hint: 'Give a valid Date, or text such as "2026-03-02 09:00:00".',
  })
}
