/** How documents behave where the real service is unknown or differs between accounts. All optional. */
export interface EsDocumentOptions {
  /** How long a PDF is in the making; default 3. */
  pdfSeconds?: number
  /** Life of the token that a PDF is fetched with; default 10. */
  pdfTokenSeconds?: number
  /** A line that is sent without `taxes` takes those of its product; default true on `on`, false on `es`. */
  inheritTaxes?: boolean
  /** A line's tax may leave out its `value`, which is then the tax's own; default true. */
  taxValueOptional?: boolean
  /** A document cannot be closed before the date of the last one closed in its set; default true. */
  chronological?: boolean
  /** When payments must come to the total: when the document is `closed` (default), or `always`. */
  paymentsMatch?: 'closed' | 'always'
}

export function documentDefaults(platform: 'es' | 'on'): Required<EsDocumentOptions> {
  return {
    pdfSeconds: 3,
    pdfTokenSeconds: 10,
    inheritTaxes: platform === 'on',
    taxValueOptional: true,
    chronological: true,
    paymentsMatch: 'closed',
  }
}
