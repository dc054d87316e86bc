import { endpoints } from '../../../src/adapters/outsmart/client/endpoints.ts'
import { lackingFields } from './entities.ts'
import { type Played, playOutsmart } from './play.ts'
import { type DescribedEndpoint, nameOf, type Reference, readReference } from './reference.ts'

/** How much of OutSmart's API the client has. */
export interface OutsmartCoverage {
  /** Endpoints of the reference. */
  readonly endpoints: number
  /** Those that we have with all fields of their records. */
  readonly typed: number
  /** Those that were called through the client against the emulator, changes seen by a read. */
  readonly called: number
  /** Those whose path nobody knows: typed, but not to be called. */
  readonly withoutPath: readonly string[]
  /** What the reference has and we have not, and what was not called, with why. */
  readonly missing: readonly string[]
}

/** Compares the client with the reference, and calls every endpoint. */
export async function outsmartCoverage(file?: string | URL): Promise<OutsmartCoverage> {
  const reference = readReference(file)
  const played = await playOutsmart(reference)
  const withPath = reference.endpoints.filter(({ path }) => path !== null)
  return {
    endpoints: reference.endpoints.length,
    typed: reference.endpoints.filter((one) => lacking(reference, one).length === 0).length,
    called: withPath.filter((one) => isPlayed(played, one)).length,
    withoutPath: reference.endpoints
      .filter(({ path }) => path === null)
      .map(({ method, entity }) => `${method} ${entity}`),
    missing: [
      ...new Set(reference.endpoints.flatMap((one) => lacking(reference, one))),
      ...withPath
        .filter((one) => !isPlayed(played, one))
        .map((one) => `${nameOf(one)}: not called: ${played.get(nameOf(one)) ?? 'no scenario'}`),
    ],
  }
}

function isPlayed(played: Played, described: DescribedEndpoint): boolean {
  const name = nameOf(described)
  return played.has(name) && played.get(name) === undefined
}

function lacking(reference: Reference, described: DescribedEndpoint): string[] {
  const { method, path, entity } = described
  const there = Object.entries(endpoints)
    .flatMap(([, table]) => Object.values(table))
    .some((one) => `${one.method} ${one.path ?? ''}` === nameOf({ method, path }))
  const fields = entity === undefined ? [] : lackingFields(reference, entity)
  return there ? fields : [`${nameOf(described)}: the endpoint`, ...fields]
}
