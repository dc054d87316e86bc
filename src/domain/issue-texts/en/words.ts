import { causeNames } from './causes.ts'
import { documentNames } from './documents.ts'
import { fieldNames } from './fields.ts'

/** Rules of Moloni are in English already, with their parameters. */
export const words = { fields: fieldNames, documents: documentNames, causes: causeNames, rules: {} } as const
