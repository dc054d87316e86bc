import { causeNames } from './causes.ts'
import { documentNames } from './documents.ts'
import { fieldNames } from './fields.ts'
import { ruleNames } from './rules.ts'

export const words = {
  fields: fieldNames,
  documents: documentNames,
  causes: causeNames,
  rules: ruleNames,
} as const
