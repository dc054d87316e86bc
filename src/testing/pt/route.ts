/** What an address asks for. `path` is what faults and the log call it. */
export interface Route {
  readonly kind: 'api' | 'grant' | 'authorize' | 'downloads' | 'unknown'
  readonly path: string
  /** Whether the path ends with a slash, as the API wants it. */
  readonly slash: boolean
}

/** Told apart by path alone, so that all hosts can share one port. */
export function routeOf(url: URL): Route {
  const slash = url.pathname.endsWith('/')
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [first, second = '', third = ''] = parts
  if (first === 'downloads') return { kind: 'downloads', path: 'downloads', slash }
  if (parts.join('/') === 'ac/root/oauth') return { kind: 'authorize', path: 'authorize', slash }
  if (!first || !['v1', 'v2', 'sandbox'].includes(first))
    return { kind: 'unknown', path: parts.join('/'), slash }
  if (parts.length === 2 && (second === 'grant' || second === 'authorize')) {
    return { kind: second, path: second, slash }
  }
  return { kind: 'api', path: parts.length === 3 ? `${second}/${third}` : parts.slice(1).join('/'), slash }
}
