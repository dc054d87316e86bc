/** How much of one API the client and the emulator have. */
export interface Part {
  readonly title: string
  /** What the JSON line says of it. */
  readonly figures: object
  /** A table for a person. */
  readonly summary: string
  /** What is missing, and why, one line each. */
  readonly missing: readonly string[]
  /** What is no fault and worth knowing. */
  readonly notes: readonly string[]
}

export interface References {
  /** The reference of Moloni Portugal. */
  readonly reference?: string | undefined
  /** The reference of Moloni Spain and ON. */
  readonly 'es-reference'?: string | undefined
  /** The reference of OutSmart. */
  readonly 'outsmart-reference'?: string | undefined
}

/** Takes the measure; a text says why it cannot be taken here. */
export type Measure = (references: References) => Promise<Part | string>
