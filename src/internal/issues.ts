import type * as z from 'zod'

/** One difference between a value and its schema. */
export interface Difference {
  readonly path: readonly PropertyKey[]
  /** Keys that nobody knows, when that is the difference. */
  readonly unknown?: readonly string[]
}

/** The differences, as deep as they can be told: of several possible shapes the one that fits furthest counts. */
export function differences(issues: readonly z.core.$ZodIssue[]): Difference[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return [{ path: issue.path, unknown: issue.keys }]
    if (issue.code !== 'invalid_union') return [{ path: issue.path }]
    const branches = issue.errors.map(differences)
    const deepest = Math.max(0, ...branches.map(depth))
    const best = deepest > 0 ? branches.find((branch) => depth(branch) === deepest) : undefined
    return best
      ? best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
      : [{ path: issue.path }]
  })
}

/** `products[0].taxes[1].value` */
export function pathText(path: readonly PropertyKey[], base = ''): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, base)
}

function depth(branch: readonly Difference[]): number {
  return Math.max(0, ...branch.map(({ path }) => path.length))
}
