/** What an address asks for. */
export type Route = 'graphql' | 'grant' | 'authorize' | 'media' | 'unknown'

const paths: Readonly<Record<string, Route>> = {
  v1: 'graphql',
  'v1/auth/grant': 'grant',
  'v1/auth/authorize': 'authorize',
}

/** Told apart by path alone, so that all hosts can share one port: what is not below `/v1` is a file. */
export function routeOf(url: URL): Route {
  const path = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .join('/')
  const known = Object.hasOwn(paths, path) ? paths[path] : undefined
  return known ?? (path === '' || path.startsWith('v1/') ? 'unknown' : 'media')
}
