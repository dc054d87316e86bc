/** Facts by name, as they are printed. */
export type Facts = Readonly<Record<string, string | number | undefined>>

const OPTIONAL = /\[([^[\]]*)\]/g
const PLACE = /\{(\w+)\}/g

/** The names in braces, those of optional parts included. */
export function placesIn(template: string): string[] {
  return [...template.matchAll(PLACE)].flatMap(([, name]) => name ?? [])
}

/**
 * A text with its facts filled in. A part in square brackets is left out unless all its facts are stated; elsewhere a fact that is
 * not stated is a dash.
 */
export function fillIn(template: string, facts: Facts): string {
  const stated = (name: string) => Object.hasOwn(facts, name) && facts[name] !== undefined
  return template
    .replace(OPTIONAL, (_, part: string) => (placesIn(part).every(stated) ? part : ''))
    .replace(PLACE, (_, name: string) => (stated(name) ? String(facts[name]) : '-'))
}
