import { table } from '../start/table.ts'
import { CannotRun } from './cannot-run.ts'
import { outsmartCoverage } from './outsmart/coverage.ts'
import type { Measure } from './part.ts'

/** OutSmart, where its reference is. */
export const outsmartPart: Measure = async (references) => {
  const file = references['outsmart-reference'] ?? process.env.OUTSMART_REFERENCE
  try {
    const figures = await outsmartCoverage(file)
    const { endpoints, typed, called, withoutPath, missing } = figures
    return {
      title: 'OutSmart',
      figures,
      summary: table(
        ['endpoints', 'typed', 'called', 'without a path'],
        [[endpoints, typed, called, withoutPath.length]],
      ),
      missing,
      notes: withoutPath.map((name) => `${name}: nobody knows its path`),
    }
  } catch (error) {
    if (file === undefined && error instanceof CannotRun) return error.message
    throw error
  }
}
