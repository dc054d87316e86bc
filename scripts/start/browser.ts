/**
 * Opens a login page and follows its redirects, as a browser does, up to the first address that belongs to
 * the application.
 *
 * @returns the whole callback address.
 */
export async function followLogin(login: URL, redirectUri: string): Promise<string> {
  let address = login
  for (let hop = 0; hop < 10; hop++) {
    const answer = await fetch(address, { redirect: 'manual' })
    const location = answer.headers.get('location')
    if (!location) throw new Error(`The login page did not send us on (HTTP ${answer.status}).`)
    address = new URL(location, address)
    if (address.href.split('?')[0] === redirectUri) return address.href
  }
  throw new Error('The login page sent us round in circles.')
}
