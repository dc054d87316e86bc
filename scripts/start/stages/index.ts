import type { Platform } from 'moloni-sdk'
import type { OfficeName } from '../offices/index.ts'
import type { Stage } from '../stage.ts'
import { graphqlStage } from './graphql.ts'
import { ptStage } from './pt.ts'

/** Sets up each emulated Moloni, anew or with the books that one has saved. */
export const stages: Readonly<Record<Platform, (saved?: string) => Stage>> = {
  pt: ptStage,
  es: (saved) => graphqlStage('es', saved),
  on: (saved) => graphqlStage('on', saved),
}

/** The Molonis that a host is joined to, in their order. */
export const platformsOf: Readonly<Record<OfficeName, readonly Platform[]>> = {
  memory: ['pt', 'es', 'on'],
  // It has no integration with Moloni ON.
  outsmart: ['pt', 'es'],
}
