import { parseArgs } from 'node:util'
import { CannotRun } from './cannot-run.ts'

export interface Options {
  /** Last line is one JSON object. */
  readonly json: boolean
  /** Say what is missing, and what is not emulated and why. */
  readonly missing: boolean
  /** Where the reference file is. */
  readonly reference?: string | undefined
}

export const usage = `npm run coverage:api                          the client and the emulator beside the reference
npm run coverage:api -- --missing             also what is missing and what is not emulated, and why
npm run coverage:api -- --json                one JSON object as the last line
npm run coverage:api -- --reference FILE      the reference file (also MOLONI_PT_REFERENCE)`

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
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new CannotRun(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}
