import type { Stage } from '../stage.ts'
import { graphqlStage } from './graphql.ts'
import { ptStage } from './pt.ts'

/** Sets up the emulated Molonis, one after the other. */
export function* stages(): Generator<Stage> {
  yield ptStage()
  yield graphqlStage('es')
  yield graphqlStage('on')
}
