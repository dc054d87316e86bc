import { parseArgs } from 'node:util'
import type { Platform } from '../../src/oauth/index.ts'
import type { HostName } from './host-side.ts'
import { HOSTS } from './hosts/index.ts'

export interface Options {
  readonly platforms: readonly Platform[]
  readonly host: HostName
  readonly subject?: string | undefined
  readonly fault?: string | undefined
  readonly seed: number
  readonly all: boolean
  readonly share: number
  readonly processes: number
  readonly json: boolean
  readonly real: boolean
  readonly only?: string | undefined
}

export const usage = `npm run crash -- [options]
  --platform pt|es|on   only this Moloni (may be given again)
  --host NAME           where work orders come from: memory (default) or outsmart
  --kind NAME           only this kind of document, or imports
  --fault NAME          only this trouble
  --seed N              other choices where there is a choice (default 1)
  --all                 nothing is left to chance: takes hours
  --share N             part of the chosen runs, 0 to 1 (default 0.2)
  --processes N         how many at once (default 2)
  --only ID             one run, point by point
  --real                real processes, really killed, over real connections
  --json                the figures as one line of JSON at the end`

/** The options; undefined when only help was asked for. Throws a `RangeError` that says what is wrong. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      platform: { type: 'string', multiple: true },
      kind: { type: 'string' },
      host: { type: 'string', default: 'memory' },
      fault: { type: 'string' },
      seed: { type: 'string', default: '1' },
      all: { type: 'boolean', default: false },
      share: { type: 'string', default: '0.2' },
      processes: { type: 'string', default: '2' },
      only: { type: 'string' },
      real: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  return {
    platforms: (values.platform ?? ['pt', 'es', 'on']).map(platformOf),
    host: hostOf(values.host),
    subject: values.kind,
    fault: values.fault,
    seed: numberOf('seed', values.seed),
    all: values.all,
    share: numberOf('share', values.share),
    processes: Math.max(1, numberOf('processes', values.processes)),
    only: values.only,
    real: values.real,
    json: values.json,
  }
}

function platformOf(text: string): Platform {
  if (text === 'pt' || text === 'es' || text === 'on') return text
  throw new RangeError(`There is no platform "${text}".`)
}

function hostOf(text: string): HostName {
  const found = (Object.keys(HOSTS) as HostName[]).find((name) => name === text)
  if (found) return found
  throw new RangeError(`There is no host "${text}".`)
}

function numberOf(name: string, text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value
  throw new RangeError(`--${name} must be a number from 0 up.`)
}
