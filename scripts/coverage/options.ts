import { parseArgs } from 'node:util'
import { CannotRun } from './cannot-run.ts'
import type { References } from './part.ts'

export interface Options extends References {
  /** Last line is one JSON object. */
  readonly json: boolean
  /** Say what is missing, and what is not emulated and why. */
  readonly missing: boolean
}

export const usage = `npm run coverage:api                          the clients and the emulators beside the references
npm run coverage:api -- --missing             also what is missing and what is not emulated, and why
npm run coverage:api -- --json                one JSON object as the last line
npm run coverage:api -- --reference FILE      the reference of Moloni Portugal (also MOLONI_PT_REFERENCE)
npm run coverage:api -- --es-reference FILE   of Moloni Spain and ON (also MOLONI_ES_REFERENCE)
npm run coverage:api -- --outsmart-reference FILE   of OutSmart (also OUTSMART_REFERENCE)`

/** `undefined` asks for the usage. */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args)
  return values.help ? undefined : values
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        missing: { type: 'boolean', default: false },
        reference: { type: 'string' },
        'es-reference': { type: 'string' },
        'outsmart-reference': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new CannotRun(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}
