import { asObject, type Json, parseJson } from '../../http/json.ts'
import { timeOf } from '../dates.ts'
import { isTranslated } from '../languages.ts'
import type { EsBehaviour } from '../options.ts'

/** How texts and times are compared. */
export interface Comparing {
  readonly caseSensitive: boolean
  /** Compares times by whole days. */
  readonly byDay?: boolean
}

export interface Condition {
  readonly field: string
  readonly comparison: string
  readonly value: string | null
}

const tests: Readonly<
  Record<string, (have: Json | undefined, want: string | null, comparing: Comparing) => boolean>
> = {
  eq: equal,
  ne: (...sides) => !equal(...sides),
  not: (...sides) => !equal(...sides),
  gt: (...sides) => ordered(sides, (order) => order > 0),
  gte: (...sides) => ordered(sides, (order) => order >= 0),
  lt: (...sides) => ordered(sides, (order) => order < 0),
  lte: (...sides) => ordered(sides, (order) => order <= 0),
  like,
  notLike: (...sides) => !like(...sides),
  in: oneOf,
  notIn: (...sides) => !oneOf(...sides),
}

/** Whether a value meets a condition; conditions on `updatedAt` are about whole days where only those are kept. */
export function meets(
  have: Json | undefined,
  { comparison, field, value }: Condition,
  { caseSensitive, updatedAtPrecision }: Pick<EsBehaviour, 'caseSensitive' | 'updatedAtPrecision'>,
): boolean {
  const byDay = updatedAtPrecision === 'day' && field.endsWith('updatedAt')
  return tests[comparison]?.(have, value, { caseSensitive, byDay }) ?? false
}

/** A list is equal to its members, and to 0 when it has none. */
function equal(have: Json | undefined, want: string | null, comparing: Comparing): boolean {
  if (want === null) return have === null || have === undefined
  if (have === null || have === undefined) return false
  if (Array.isArray(have)) {
    return have.length === 0 ? want === '0' : have.some((one) => equal(memberOf(one), want, comparing))
  }
  return compare(have, want, comparing) === 0
}

/** What stands for a member of a list: its first field, which is its id. */
function memberOf(member: Json): Json {
  const first = Object.values(asObject(member) ?? { member })[0]
  return typeof first === 'number' || typeof first === 'string' ? first : null
}

function ordered(
  [have, want, comparing]: [have: Json | undefined, want: string | null, comparing: Comparing],
  test: (order: number) => boolean,
): boolean {
  if (have === null || have === undefined || want === null) return false
  return test(compare(have, want, comparing))
}

function oneOf(have: Json | undefined, want: string | null, comparing: Comparing): boolean {
  const list = want === null ? undefined : parseJson(want)
  const wanted = Array.isArray(list) ? list : want === null ? [null] : want.split(',')
  return wanted.some((one) => equal(have, one === null ? null : String(one).trim(), comparing))
}

/** SQL's `like`; a bare word is looked for anywhere. */
function like(have: Json | undefined, want: string | null, { caseSensitive }: Comparing): boolean {
  if (want === null || have === null || have === undefined) return false
  const pattern = want.includes('%') ? want : `%${want}%`
  const parts = pattern.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, caseSensitive ? 's' : 'is').test(plain(have))
}

function compare(have: Json, want: string, { caseSensitive, byDay }: Comparing): number {
  if (typeof have === 'boolean') return Number(have) - Number(want === 'true' || want === '1')
  if (typeof have === 'number') return have - Number(want)
  const text = plain(have)
  const times = [timeOf(text), timeOf(want)]
  const [haveTime, wantTime] = times
  if (haveTime !== undefined && wantTime !== undefined) {
    const step = byDay ? 86_400_000 : 1000
    return Math.floor(haveTime / step) - Math.floor(wantTime / step)
  }
  const [a, b] = caseSensitive ? [text, want] : [text.toLowerCase(), want.toLowerCase()]
  return a < b ? -1 : a > b ? 1 : 0
}

function plain(value: Json): string {
  return isTranslated(value) ? Object.values(value).join(' ') : String(value)
}
