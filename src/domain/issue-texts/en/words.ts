import { causeNames } from './causes.ts'
import { documentNames } from './documents.ts'
import { fieldNames } from './fields.ts'

export const words = { fields: fieldNames, documents: documentNames, causes: causeNames } as const
