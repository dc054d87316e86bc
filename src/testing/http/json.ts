/** Any JSON value of an emulator. */
export type Json = null | boolean | number | string | Json[] | JsonObject

/** A JSON object of an emulator; a field that is undefined is left out of the answer. */
export interface JsonObject {
  [field: string]: Json | undefined
}

/** The value as an object, or undefined for anything else (arrays too). */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

/** JSON text as a value; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
