import { UsageError } from './usage.ts'

/**
 * Refuses options that nobody knows: a misspelt one would otherwise be left out in silence. `names` lists every
 * key of the options' type.
 */
export function checkOptionNames<T extends object>(options: T, names: Readonly<Record<keyof T, true>>): void {
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(names, name))
  if (unknown.length === 0) return
  throw new UsageError(`There is no option ${unknown.join(', ')}.`, {
    code: 'invalid_option',
    hint: `Known are ${Object.keys(names).join(', ')}.`,
  })
}
