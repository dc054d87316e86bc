import { endpoints } from '../../../src/pt/groups/index.ts'
import type { Measure } from '../part.ts'
import { beyond, compare } from './compare.ts'
import { playScenarios } from './emulated/run.ts'
import { readReference, referenceFile } from './reference.ts'
import { complaints, coverageOf, emulatedOf, summary } from './report.ts'

/** Moloni Portugal. */
export const ptPart: Measure = async ({ reference: file }) => {
  const reference = readReference(referenceFile(file, process.env.MOLONI_PT_REFERENCE))
  const compared = compare(reference, endpoints)
  const emulated = emulatedOf(await playScenarios(endpoints))
  return {
    title: 'Moloni Portugal',
    figures: coverageOf(compared, emulated),
    summary: summary(compared, emulated),
    missing: complaints(compared, emulated),
    notes: beyond(reference, endpoints).map((path) => `${path}: not in the reference`),
  }
}
