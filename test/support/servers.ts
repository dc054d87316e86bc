import { describe, expect, test } from 'vitest'
import { findServer, type ServerName } from './server-urls.ts'

/**
 * Tests that need a server. `define` is called with its address. Where nobody answers, the group is skipped under a name
 * that says why, and with `CI=true` a test of its own fails. A server without a usual place is left out unless its variable
 * names it.
 */
export async function describeWith(
  server: ServerName,
  title: string,
  define: (url: URL) => void,
): Promise<void> {
  const found = await findServer(server)
  if (!found) return
  const { url, problem } = found
  if (problem === undefined) {
    describe(title, () => define(url))
  } else if (process.env.CI === 'true') {
    test(`${title}: ${server} is needed here`, () => expect.fail(problem))
  } else {
    const name = `${title}: skipped, ${problem}`
    process.stderr.write(`${name}\n`)
    describe.skip(name, () => define(url))
  }
}
