import { table } from '../../start/table.ts'
import type { Compared } from './compare.ts'

/** Why a method does not count as emulated; `undefined` when it does. */
export type Emulated = ReadonlyMap<string, string | undefined>

export function emulatedOf(played: readonly { path: string; reason: string | undefined }[]): Emulated {
  return new Map(played.map(({ path, reason }) => [path, reason]))
}

export interface Coverage {
  readonly groups: number
  readonly methods: number
  /** Methods whose parameters are all named with a fitting type. */
  readonly typedParams: number
  /** Methods whose answer has a type, with all fields of the reference. */
  readonly typedAnswers: number
  /** Fields of answers that anything fits. */
  readonly unknownLeaves: number
  /** What the reference has and we have not. */
  readonly missing: readonly string[]
  /** Methods called through the strict client against the emulator, changes seen by a read. */
  readonly emulated: number
}

export function coverageOf(compared: readonly Compared[], emulated: Emulated): Coverage {
  const there = compared.filter((one) => one.there)
  return {
    groups: new Set(there.map(({ group }) => group)).size,
    methods: there.length,
    typedParams: there.filter((one) => one.typedParams).length,
    typedAnswers: there.filter((one) => one.typedAnswer).length,
    unknownLeaves: there.reduce((total, { unknown }) => total + unknown.length, 0),
    missing: compared.flatMap((one) => one.missing.map((what) => `${pathOf(one)}: ${what}`)),
    emulated: compared.filter((one) => isEmulated(one, emulated)).length,
  }
}

/** A table by group. */
export function summary(compared: readonly Compared[], emulated: Emulated): string {
  const groups = [...new Set(compared.map(({ group }) => group))]
  const row = (name: string, some: readonly Compared[]) => [
    name,
    some.filter(({ there }) => there).length,
    some.filter(({ typedParams }) => typedParams).length,
    some.filter(({ typedAnswer }) => typedAnswer).length,
    some.filter((one) => isEmulated(one, emulated)).length,
    some.reduce((total, { missing }) => total + missing.length, 0),
  ]
  const rows = groups.map((name) =>
    row(
      name,
      compared.filter(({ group }) => group === name),
    ),
  )
  const header = ['group', 'methods', 'typed params', 'typed answers', 'emulated', 'missing']
  return table(header, [...rows, row(`all ${groups.length}`, compared)])
}

/** What is missing and what is not emulated, one line each. */
export function complaints(compared: readonly Compared[], emulated: Emulated): string[] {
  const { missing } = coverageOf(compared, emulated)
  const idle = compared
    .filter((one) => !isEmulated(one, emulated))
    .map((one) => `${pathOf(one)}: not emulated: ${emulated.get(pathOf(one)) ?? 'no scenario calls it'}`)
  return [...missing, ...idle]
}

function isEmulated(one: Compared, emulated: Emulated): boolean {
  return emulated.has(pathOf(one)) && emulated.get(pathOf(one)) === undefined
}

function pathOf({ group, method }: Compared): string {
  return `${group}/${method}`
}
