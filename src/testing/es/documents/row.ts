import type { Row } from '../state.ts'

/** A document of any type. */
export interface DocumentRow extends Row {
  documentId: number
  documentTypeId: number
}
