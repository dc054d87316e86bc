import type { DocumentPlan, ExportSettings } from '../domain/index.ts'

export type ReferenceField = ExportSettings['referenceField']

/** What is printed in the two reference fields of a document: our key in the chosen one, the work order's number in the other. */
export function documentReferences(
  { reference, workOrderNumber }: Pick<DocumentPlan, 'reference' | 'workOrderNumber'>,
  field: ReferenceField,
): { readonly our: string; readonly your: string } {
  return field === 'our_reference'
    ? { our: reference, your: workOrderNumber }
    : { our: workOrderNumber, your: reference }
}
