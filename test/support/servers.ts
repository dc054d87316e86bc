import { createConnection } from 'node:net'
import { describe, expect, test } from 'vitest'

/** The servers that some tests need. On a bare machine those tests are skipped; with `CI=true` that fails. */
const servers = {
  PostgreSQL: { variable: 'DATABASE_URL', url: 'postgres://postgres@127.0.0.1:5432/postgres' },
  MariaDB: { variable: 'MARIADB_URL', url: 'mysql://root@127.0.0.1:3306/mysql' },
  MySQL: { variable: 'MYSQL_URL', url: undefined },
  Redis: { variable: 'REDIS_URL', url: 'redis://127.0.0.1:6379' },
} as const
export type ServerName = keyof typeof servers

/** Where a server is, by its variable or in its usual place; undefined where only the variable could tell. */
export function serverUrl(name: ServerName): URL | undefined {
  const { variable, url } = servers[name]
  const text = process.env[variable] || url
  return text === undefined ? undefined : new URL(text)
}

/**
 * Tests that need a server. `define` is called with its address; where nobody answers, the group is skipped under a
 * name that says why, and with `CI=true` a test of its own fails. A server without a usual place is left out unless its
 * variable names it.
 */
export async function describeWith(
  name: ServerName,
  title: string,
  define: (url: URL) => void,
): Promise<void> {
  const url = serverUrl(name)
  if (!url) return
  const problem = await answers(url)
  if (problem === undefined) {
    describe(title, () => define(url))
    return
  }
  const reason = `${name} does not answer (${problem}; set ${servers[name].variable})`
  if (process.env.CI === 'true') {
    test(`${title}: ${name} is needed here`, () => expect.fail(reason))
  } else {
    describe.skip(`${title}: skipped, ${reason}`, () => define(url))
  }
}

const PORTS: Readonly<Record<string, number>> = { 'postgres:': 5432, 'mysql:': 3306, 'redis:': 6379 }

/** Undefined when something accepts connections there, else the code of the refusal. */
function answers({ hostname, port, protocol }: URL): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) || (PORTS[protocol] ?? 0) })
    const end = (problem?: string) => {
      socket.destroy()
      resolve(problem)
    }
    socket.setTimeout(3000, () => end('ETIMEDOUT'))
    socket.once('connect', () => end())
    socket.once('error', (error) => end(Object(error).code ?? error.name))
  })
}
