/** A change that hooks may ask for. */
export interface HookEvent {
  companyId: number
  /** As the schema's `HookModelField` names it, for example `Product`. */
  model: string
  operation: string
  /** The id of what changed. */
  id: number | string
}
