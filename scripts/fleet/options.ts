import { parseArgs } from 'node:util'
import type { Platform } from 'moloni-sdk'

export type KillSignal = 'SIGKILL' | 'SIGTERM'

export interface Options {
  readonly platform: Platform
  readonly connections: number
  readonly workers: number
  readonly kills: number
  readonly signal: KillSignal
  /** Customers of a company, and as many products. */
  readonly rows: number
  readonly seed: number
  readonly json: boolean
}

export const usage = `npm run fleet -- [options]
  --connections N           companies, each with five work orders (default 500)
  --workers N               processes that work at once (default 4)
  --kills N                 how often one of them is ended and started again (default 20)
  --signal SIGKILL|SIGTERM  whether it is killed or asked to stop (default SIGKILL)
  --rows N                  customers of a company, and as many products (default 200, at least 60)
  --platform pt|es|on       whose Moloni is emulated (default pt)
  --seed N                  other moments and victims (default 1)
  --json                    the figures as one line of JSON at the end

PostgreSQL and Redis are those of DATABASE_URL and REDIS_URL, or the local ones.`

/** The options; undefined when only help was asked for. Throws a `RangeError` that says what is wrong. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parse(args)
  if (values.help) return undefined
  return {
    platform: oneOf('platform', values.platform, ['pt', 'es', 'on']),
    connections: wholeNumber('connections', values.connections, 1),
    workers: wholeNumber('workers', values.workers, 1),
    kills: wholeNumber('kills', values.kills, 0),
    signal: oneOf('signal', values.signal, ['SIGKILL', 'SIGTERM']),
    // Fewer have no customer for each of the planted faults.
    rows: wholeNumber('rows', values.rows, 60),
    seed: wholeNumber('seed', values.seed, 0),
    json: values.json,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        platform: { type: 'string', default: 'pt' },
        connections: { type: 'string', default: '500' },
        workers: { type: 'string', default: '4' },
        kills: { type: 'string', default: '20' },
        signal: { type: 'string', default: 'SIGKILL' },
        rows: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error))
  }
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text)
  if (found !== undefined) return found
  throw new RangeError(`--${name} must be one of ${allowed.join(', ')}.`)
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least) return value
  throw new RangeError(`--${name} must be a whole number from ${least} up.`)
}
