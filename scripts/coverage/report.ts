import type { Part } from './part.ts'

export interface Reported {
  readonly lines: readonly string[]
  /** One object for each API that could be measured. */
  readonly figures: Readonly<Record<string, object>>
  readonly complete: boolean
}

/** What is said of all parts. A part that could not be measured is told of and nothing more. */
export function report(
  parts: Readonly<Record<string, Part | string>>,
  { missing: shown }: { readonly missing: boolean },
): Reported {
  const measured = Object.entries(parts).flatMap(([key, part]) =>
    typeof part === 'string' ? [] : [[key, part] as const],
  )
  const lacking = measured.some(([, { missing }]) => missing.length > 0)
  return {
    lines: [
      ...Object.entries(parts).flatMap(([key, part]) =>
        typeof part === 'string'
          ? [`${key}: not compared. ${part}`, '']
          : [part.title, part.summary, ...part.notes, ...(shown ? part.missing : []), ''],
      ),
      ...(lacking && !shown ? ['What is missing, and why: npm run coverage:api -- --missing'] : []),
    ],
    figures: Object.fromEntries(measured.map(([key, { figures }]) => [key, figures])),
    complete: !lacking,
  }
}
