import { accountScenarios } from './odd-account.ts'
import { catalogueScenarios } from './odd-catalogue.ts'
import { documentScenarios } from './odd-documents.ts'
import type { Scenarios } from './scenario.ts'

/** Scenarios of the methods that are like no other: called, and then looked for in a read. */
export const odd: Scenarios = { ...accountScenarios, ...catalogueScenarios, ...documentScenarios }
