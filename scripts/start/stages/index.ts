import type { OfficeName } from '../offices/index.ts'
import type { Stage } from '../stage.ts'
import { graphqlStage } from './graphql.ts'
import { ptStage } from './pt.ts'

/** Sets up the emulated Molonis that a host is joined to, one after the other. */
export function* stages(host: OfficeName): Generator<Stage> {
  yield ptStage()
  yield graphqlStage('es')
  // OutSmart has no integration with it.
  if (host !== 'outsmart') yield graphqlStage('on')
}
