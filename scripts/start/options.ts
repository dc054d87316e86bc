import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Platform } from 'moloni-sdk'
import { type OfficeName, offices } from './offices/index.ts'
import { platforms } from './platforms.ts'

/** The application's own credentials at Moloni. */
export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

/** A real Moloni to talk to. */
export interface RealMoloni {
  readonly platform: Platform
  readonly credentials: Credentials
  /** Another server in Moloni's place, for trying this mode without an account. */
  readonly baseUrl?: string
}

export interface Options {
  /** Present when the program is to talk to a real Moloni. */
  readonly real?: RealMoloni
  /** Where the work orders come from, when Moloni is emulated. */
  readonly host: OfficeName
  /** Where the emulated ones and the engine keep their state. */
  readonly folder: string
  /** Forgets what is there first. */
  readonly fresh: boolean
  /** Last line is one JSON object. */
  readonly json: boolean
  /** Whether documents may be made in the real Moloni. */
  readonly export: boolean
  /** File with completed work orders, for the real Moloni. */
  readonly workOrders?: string
}

/** The command line or the environment asks for something that cannot be done. */
export class OptionsError extends Error {}

export const usage = `npm start                                 the main job, against emulated Molonis: Portugal, Spain and ON
npm start -- --host outsmart              the same with an emulated OutSmart as the host: Portugal and Spain
npm start -- --json                       either of them, with one JSON object as the last line
npm start -- --fresh                      anew: else all of it goes on from what the start before has left in .start/
npm start -- --state FOLDER               keeps that elsewhere

With MOLONI_PT_CLIENT_ID, MOLONI_PT_CLIENT_SECRET and MOLONI_PT_REDIRECT_URI set: the real Moloni Portugal.
With MOLONI_ES_… or MOLONI_ON_… in their place: the real Moloni Spain or Moloni ON.
npm start                                 log in, choose the company, preview, import
npm start -- --work-orders jobs.json      also preview these work orders (an array, see docs/sync.md)
npm start -- --work-orders jobs.json --export   and make their documents`

/** In the project, and not in Git. */
const OWN_FOLDER = fileURLToPath(new URL('../../.start', import.meta.url))

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the command line and the environment. `undefined` asks for the usage. */
export function readOptions(args: readonly string[], environment: Environment): Options | undefined {
  const { values } = parse(args)
  if (values.help) return undefined
  const real = realMoloni(environment)
  if (!real && (values.export || values['work-orders'])) {
    throw new OptionsError(
      `--export and --work-orders are for a real Moloni: set ${variablesOf('pt').join(', ')}, or those of ES or ON. The emulated ones export by themselves.`,
    )
  }
  const ofEmulated = (['host', 'state', 'fresh'] as const).find((name) => values[name] !== undefined)
  if (real && ofEmulated)
    throw new OptionsError(`--${ofEmulated} is for emulated Molonis: unset MOLONI_… first.`)
  if (values.export && !values['work-orders']) {
    throw new OptionsError('--export needs work orders: add --work-orders FILE.')
  }
  return {
    ...(real ? { real } : {}),
    ...(values['work-orders'] ? { workOrders: values['work-orders'] } : {}),
    host: officeNamed(values.host ?? 'memory'),
    folder: values.state ?? OWN_FOLDER,
    fresh: values.fresh ?? false,
    json: values.json ?? false,
    export: values.export ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        fresh: { type: 'boolean' },
        json: { type: 'boolean' },
        export: { type: 'boolean' },
        'work-orders': { type: 'string' },
        state: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error))
  }
}

function officeNamed(name: string): OfficeName {
  // The keys of a table that has each office.
  const names = Object.keys(offices) as OfficeName[]
  const known = names.find((one) => one === name)
  if (known) return known
  throw new OptionsError(`There is no host ${name}: --host is one of ${names.join(', ')}.`)
}

const prefixOf = (platform: Platform) => `MOLONI_${platform.toUpperCase()}_`

const variablesOf = (platform: Platform) =>
  ['CLIENT_ID', 'CLIENT_SECRET', 'REDIRECT_URI'].map((name) => `${prefixOf(platform)}${name}`)

/** The one platform whose variables are set; none is the emulators. */
function realMoloni(environment: Environment): RealMoloni | undefined {
  // The keys of a table that has each platform.
  const found = (Object.keys(platforms) as Platform[]).flatMap((platform) => {
    const credentials = credentialsOf(environment, platform)
    const baseUrl = environment[`${prefixOf(platform)}BASE_URL`]
    return credentials ? [{ platform, credentials, ...(baseUrl ? { baseUrl } : {}) }] : []
  })
  const [one, other] = found
  if (!one || !other) return one
  const names = found.map(({ platform }) => platforms[platform].name).join(' and ')
  throw new OptionsError(`The variables of ${names} are set: one real Moloni at a time.`)
}

/** All three variables or none: half a set would silently be the emulator. */
function credentialsOf(environment: Environment, platform: Platform): Credentials | undefined {
  const variables = variablesOf(platform)
  const [clientId, clientSecret, redirectUri] = variables.map((name) => environment[name]?.trim())
  if (clientId && clientSecret && redirectUri) return { clientId, clientSecret, redirectUri }
  const missing = variables.filter((name) => !environment[name]?.trim())
  if (missing.length === variables.length) return undefined
  throw new OptionsError(
    `${missing.join(' and ')} not set: the real ${platforms[platform].name} needs all of ${variables.join(', ')}.`,
  )
}
