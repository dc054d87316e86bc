/** Checks by the method that each one is about, in the order in which they build on each other. It throws a reason when it fails. */
export type Steps = Readonly<Record<string, () => Promise<void>>>
