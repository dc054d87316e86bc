type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** Parameters of a call, as clients write them down. */
export type Params = { readonly [key: string]: Value }

/** What PHP's `http_build_query` makes of an array: nested keys, booleans as 0 and 1, nothing for null and empty lists. */
export function httpBuildQuery(params: Params): string {
  return Object.entries(params)
    .flatMap(([key, value]) => pairs(key, value))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value).replaceAll('%20', '+')}`)
    .join('&')
}

function pairs(key: string, value: Value): [string, string][] {
  if (value === null) return []
  if (typeof value === 'boolean') return [[key, value ? '1' : '0']]
  if (typeof value !== 'object') return [[key, String(value)]]
  return Object.entries(value).flatMap(([inner, one]) => pairs(`${key}[${inner}]`, one))
}
