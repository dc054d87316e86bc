import { randomBytes } from 'node:crypto'
import { Queue } from 'bullmq'
import pg from 'pg'
import { findServer, type ServerName } from '../../test/support/server-urls.ts'

/** A place of its own on the two servers, taken away at the end. */
export interface Place {
  readonly database: string
  readonly table: string
  readonly redis: string
  readonly prefix: string
  /** What it takes up at this moment. */
  size(): Promise<PlaceSize>
  end(): Promise<void>
}

export interface PlaceSize {
  readonly rows: number
  /** Table and indexes. */
  readonly databaseMb: number
  readonly redisKeys: number
  readonly redisMb: number
}

const QUEUE = 'moloni-sync'
const KEYS = "return redis.call('keys', ARGV[1])"
const SIZE =
  "local sum = 0 for _, key in ipairs(redis.call('keys', ARGV[1])) do sum = sum + (redis.call('memory', 'usage', key, 'samples', '0') or 0) end return sum"
const WIPE = "for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end"

export async function openPlace(): Promise<Place> {
  const [database, redis] = await Promise.all([addressOf('PostgreSQL'), addressOf('Redis')])
  const name = `moloni_fleet_${randomBytes(5).toString('hex')}`
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  await client.query(`create schema ${name}`)
  const queue = new Queue(QUEUE, { connection: { url: redis }, prefix: name })

  async function script(lua: string): Promise<unknown> {
    const connection = await queue.client
    connection.defineCommand('placed', { numberOfKeys: 0, lua })
    return connection.runCommand('placed', [`${name}:*`])
  }

  return {
    database,
    table: `${name}.records`,
    redis,
    prefix: name,
    async size() {
      const { rows } = await client.query<{ rows: string; bytes: string }>(
        `select count(*) as rows, pg_total_relation_size('${name}.records') as bytes from ${name}.records`,
      )
      const keys = await script(KEYS)
      return {
        rows: Number(rows[0]?.rows),
        databaseMb: Number(rows[0]?.bytes) / 1_048_576,
        redisKeys: Array.isArray(keys) ? keys.length : 0,
        redisMb: Number(await script(SIZE)) / 1_048_576,
      }
    },
    async end() {
      await client.query(`drop schema ${name} cascade`)
      await client.end()
      await script(WIPE)
      await queue.close()
    },
  }
}

async function addressOf(name: ServerName): Promise<string> {
  const found = await findServer(name)
  if (found && found.problem === undefined) return found.url.href
  throw new RangeError(found?.problem ?? `${name} is nowhere.`)
}
