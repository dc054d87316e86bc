/** The endpoint's path without the version and the slashes around it, such as `objects/changed`. */
export function pathOf(url: URL): string {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [first, version, ...rest] = parts
  if (first !== 'openapi' || !/^\d+$/.test(version ?? '')) return parts.join('/')
  return rest.join('/')
}

/** Whether the address is one of the API. */
export function isApi(url: URL): boolean {
  return /^\/openapi\/8(\/|$)/.test(url.pathname)
}
