import type { Row } from '../state.ts'

/** The types of documents. */
export const documentTypes: readonly Row[] = []
