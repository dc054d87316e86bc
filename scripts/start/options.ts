import { parseArgs } from 'node:util'

/** The application's own credentials at Moloni. */
export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

export interface Options {
  /** Present when the program is to talk to the real Moloni. */
  readonly credentials?: Credentials
  /** Last line is one JSON object. */
  readonly json: boolean
  /** Whether documents may be made in the real Moloni. */
  readonly export: boolean
  /** File with completed work orders, for the real Moloni. */
  readonly workOrders?: string
}

/** The command line or the environment asks for something that cannot be done. */
export class OptionsError extends Error {}

export const usage = `npm start                                 the main job, against an emulated Moloni Portugal
npm start -- --json                       the same, with one JSON object as the last line

With MOLONI_PT_CLIENT_ID, MOLONI_PT_CLIENT_SECRET and MOLONI_PT_REDIRECT_URI set: the real Moloni Portugal.
npm start                                 log in, choose the company, preview, import
npm start -- --work-orders jobs.json      also preview these work orders (an array, see docs/sync.md)
npm start -- --work-orders jobs.json --export   and make their invoices`

const VARIABLES = ['MOLONI_PT_CLIENT_ID', 'MOLONI_PT_CLIENT_SECRET', 'MOLONI_PT_REDIRECT_URI'] as const

/** Reads the command line and the environment. `undefined` asks for the usage. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options | undefined {
  const { values } = parse(args)
  if (values.help) return undefined
  const credentials = credentialsOf(environment)
  if (!credentials && (values.export || values['work-orders'])) {
    throw new OptionsError(
      `--export and --work-orders are for the real Moloni: set ${VARIABLES.join(', ')}. The emulated one exports by itself.`,
    )
  }
  if (values.export && !values['work-orders']) {
    throw new OptionsError('--export needs work orders: add --work-orders FILE.')
  }
  return {
    ...(credentials ? { credentials } : {}),
    ...(values['work-orders'] ? { workOrders: values['work-orders'] } : {}),
    json: values.json ?? false,
    export: values.export ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        export: { type: 'boolean' },
        'work-orders': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error))
  }
}

/** All three variables or none: half a set would silently be the emulator. */
function credentialsOf(environment: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const [clientId, clientSecret, redirectUri] = VARIABLES.map((name) => environment[name]?.trim())
  if (clientId && clientSecret && redirectUri) return { clientId, clientSecret, redirectUri }
  const missing = VARIABLES.filter((name) => !environment[name]?.trim())
  if (missing.length === VARIABLES.length) return undefined
  throw new OptionsError(
    `${missing.join(' and ')} not set: the real Moloni needs all of ${VARIABLES.join(', ')}.`,
  )
}
