/** How documents behave where the real service is unknown or differs between accounts. All optional. */
export interface EsDocumentOptions {
  /** How long a PDF is in the making; default 3. */
  pdfSeconds?: number
}

export const documentDefaults: Required<EsDocumentOptions> = { pdfSeconds: 3 }
