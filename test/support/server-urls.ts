import { createConnection } from 'node:net'

const servers = {
  PostgreSQL: { variable: 'DATABASE_URL', url: 'postgres://postgres@127.0.0.1:5432/postgres' },
  MariaDB: { variable: 'MARIADB_URL', url: 'mysql://root@127.0.0.1:3306/mysql' },
  MySQL: { variable: 'MYSQL_URL', url: undefined },
  Redis: { variable: 'REDIS_URL', url: 'redis://127.0.0.1:6379' },
} as const
export type ServerName = keyof typeof servers

const PORTS: Readonly<Record<string, number>> = { 'postgres:': 5432, 'mysql:': 3306, 'redis:': 6379 }

/** Where a server may be, and why it is not there. */
export interface Found {
  readonly url: URL
  /** Undefined where something accepts connections. */
  readonly problem: string | undefined
}

/** Looks for a server where its variable says, or in its usual place; undefined where only the variable could tell. */
export async function findServer(name: ServerName): Promise<Found | undefined> {
  const { variable, url } = servers[name]
  const text = process.env[variable] || url
  if (text === undefined) return undefined
  const found = new URL(text)
  const problem = await problemAt(found)
  return {
    url: found,
    problem: problem && `${name} does not answer (${problem}; ${variable} says where it is)`,
  }
}

/** The code of the refusal, or undefined where nobody refuses. */
function problemAt({ hostname, port, protocol }: URL): Promise<string | undefined> {
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
