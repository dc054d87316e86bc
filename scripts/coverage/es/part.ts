import { table } from '../../start/table.ts'
import type { Measure } from '../part.ts'
import { type Played, play } from './called/play.ts'
import { type Compared, compare } from './compare.ts'
import { judgeDocuments } from './documents.ts'
import { readEsReference } from './reference.ts'

/** How much of the interface of Moloni Spain and ON we have. */
export interface EsCoverage {
  /** Operations that were seen on the Spanish host. */
  readonly proven: number
  /** Those for which we have a method, with the arguments of the reference. */
  readonly typed: number
  /** Those that the strict client called on the executing emulators of both hosts, with their effects seen. */
  readonly called: number
  /** Documents that the client writes, and that the interface takes. */
  readonly documentsValid: number
  readonly documentsInvalid: number
}

/** Moloni Spain and Moloni ON. */
export const esPart: Measure = async (references) => {
  const reference = readEsReference(references['es-reference'], process.env.MOLONI_ES_REFERENCE)
  const compared = compare(reference)
  const { played, documents } = await play()
  const { valid, invalid } = judgeDocuments(reference.schema, documents)
  const proven = compared.filter((one) => one.proven)
  const figures: EsCoverage = {
    proven: proven.length,
    typed: proven.filter(({ missing }) => missing.length === 0).length,
    called: proven.filter((one) => isCalled(one, played)).length,
    documentsValid: valid,
    documentsInvalid: invalid.length,
  }
  return {
    title: 'Moloni Spain and Moloni ON',
    figures,
    summary: summary(compared, played),
    missing: [
      ...compared.flatMap(({ root, missing }) => missing.map((what) => `${root}: ${what}`)),
      ...compared
        .filter((one) => one.method && !isCalled(one, played))
        .map(({ root }) => `${root}: not called: ${played.get(root) ?? 'nobody plays it'}`),
      ...invalid,
    ],
    notes: [`${valid} of ${valid + invalid.length} documents of the client are valid`],
  }
}

function isCalled({ root }: Compared, played: Played): boolean {
  return played.has(root) && played.get(root) === undefined
}

/** By the host on which operations were seen. */
function summary(compared: readonly Compared[], played: Played): string {
  const row = (name: string, some: readonly Compared[]) => [
    name,
    some.length,
    some.filter(({ missing }) => missing.length === 0).length,
    some.filter((one) => isCalled(one, played)).length,
  ]
  return table(
    ['operations', 'all', 'typed', 'called'],
    [
      row(
        'seen on Moloni Spain',
        compared.filter(({ proven }) => proven),
      ),
      row(
        'seen on Moloni ON only, ours',
        compared.filter(({ proven }) => !proven),
      ),
    ],
  )
}
