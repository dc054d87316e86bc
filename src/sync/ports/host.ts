import type {
  Employee,
  HourType,
  Issue,
  Material,
  MaterialCategory,
  Relation,
  ServiceSheet,
  Source,
  WorkOrder,
} from '../../domain/index.ts'

/** What a sink says of one row. */
export type SinkResult =
  | {
      readonly ok: true
      /** The host's own key of the record: its debtor number, code or number. */
      readonly key: string
    }
  | {
      readonly ok: false
      /** Stable reason, for example `postal_code_missing`. */
      readonly code: string
      /** For the person who has to mend it. */
      readonly message?: string
      readonly field?: string
      /** True when the same row may be accepted later without a change. Default false. */
      readonly retryable?: boolean
    }

/** Where the engine puts records of one kind. */
export interface Sink<T> {
  /**
   * Creates or updates. Answers one result a row, in order. Idempotent on `row.source`: the same row again
   * changes nothing. One bad row is a refusal of that row, not an exception.
   */
  upsert(rows: readonly T[], options: SinkOptions): Promise<readonly SinkResult[]>
  /** Marks records as gone. Unknown keys are ignored. */
  deactivate?(keys: readonly string[], options: SinkOptions): Promise<void>
  /**
   * The host's own records, active or not. With it the engine matches records that are there already, keeps to who leads a
   * field, notices local edits, and pushes to Moloni; without it none of these. Changes nothing.
   */
  read?(query: SinkQuery, options: ReadOptions): Promise<SinkPage<T>>
  /** Names of the fields that the host keeps, where it does not keep all: the others are not compared and lead nothing. */
  readonly fields?: readonly (keyof T & string)[]
}

/** Which records are asked for. What does not match is ignored, so a host may answer more. */
export type SinkQuery =
  | { readonly keys: readonly string[] }
  /** Records that came from there. */
  | { readonly sources: readonly Source[] }
  /** Relations only. Numbers without blanks, dots, dashes and the prefix of their country. */
  | { readonly taxNumbers: readonly string[] }
  /** What was created or changed after a place that an earlier page named; everything when none is given. */
  | { readonly changes: { readonly after?: string | undefined } }

export interface SinkPage<T> {
  readonly records: readonly HostRecord<T>[]
  /**
   * On `changes`: the place behind this page, kept for the next run. A host that keeps no track of changes leaves it out on the
   * last page: then all is read each time, and what is unchanged stays as it is.
   */
  readonly next?: string | undefined
  /** On `changes`: whether another page follows at once, after `next`. */
  readonly more?: boolean | undefined
}

/** A record as the host holds it. */
export interface HostRecord<T> {
  /** As `upsert` answers it. */
  readonly key: string
  /** Fields without a value are left out; `source` where the host knows where the record came from. */
  readonly record: Partial<T>
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
  readonly connectionId: string
}

export interface SinkOptions {
  readonly signal?: AbortSignal | undefined
  /** The connection that the rows come from. */
  readonly connectionId: string
  /**
   * When the rows were read from Moloni, ms. A sink that holds a later observation of the same `source`
   * keeps it and answers ok.
   */
  readonly observedAt: number
  /**
   * Of `upsert`, on a sink that can `read`: the key of the host's record that a row is, where the engine knows it. The sink takes
   * that record as the row's own, whatever source and number it had; a record that has the row's own source goes before.
   */
  readonly keys?: readonly (string | undefined)[] | undefined
}

export interface WorkOrderQuery {
  /** Work dates before this day (`YYYY-MM-DD`) are not wanted. A host may ignore it. */
  readonly since?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly connectionId: string
}

/** The document that a work order became. */
export interface ExportedDocument {
  readonly platform: 'pt' | 'es' | 'on'
  readonly companyId: string
  readonly kind: string
  readonly documentId: number
  /** `draft` when the rule leaves drafts; then there is no number yet. */
  readonly state: 'draft' | 'closed'
  /** Number within the series; absent on drafts. */
  readonly number?: number | undefined
  readonly series?: string | undefined
  /** What people call it, for example `FT 2026/17`. */
  readonly name?: string | undefined
  /** Our key, as printed on the document. */
  readonly reference: string
  readonly date?: string | undefined
  /** Amount payable in cents, VAT included. */
  readonly totalCents: number
  /** Free work status that the settings want for the work order; absent leaves it as it is. */
  readonly workStatus?: string | undefined
  /** The printed document, where the settings ask for it and Moloni gave it. */
  readonly pdf?: DocumentFile | undefined
}

/** A printed document: a link to it, or the file. Whoever has the link can read the document. */
export interface DocumentFile {
  readonly url?: string | undefined
  readonly fileName?: string | undefined
  readonly bytes?: Uint8Array | undefined
}

export interface RejectOptions {
  /** Free work status that the settings want for the work order. */
  readonly workStatus: string
}

/** Where work orders come from and are reported back to. */
export interface WorkOrderSource {
  /** All completed work orders that are not yet acknowledged. */
  completed(query: WorkOrderQuery): AsyncIterable<WorkOrder>
  /** One work order as it is at this moment. */
  get?(key: string, options: { readonly signal?: AbortSignal | undefined }): Promise<WorkOrder | undefined>
  /**
   * The document exists. Called again after a crash; again changes nothing.
   *
   * Two `ConflictError`s say more than a failure. `changed_before_acknowledge`: it is confirmed, but the work order is not
   * what was billed any more; a person is told, and it is not asked again. `reopened_before_acknowledge`: somebody works
   * on it again, so it is not confirmed; it is asked again later.
   */
  acknowledge(workOrder: WorkOrder, document: ExportedDocument): Promise<void>
  /** The work order cannot be exported as it is. Called again when the reasons change. */
  reject?(workOrder: WorkOrder, problems: readonly Issue[], options: RejectOptions): Promise<void>
}

/** The other side of the sync. A part that is absent is not synchronised. */
export interface Host {
  readonly relations?: Sink<Relation>
  readonly materials?: Sink<Material>
  /** On Moloni ES and ON. A category comes after the one above it. */
  readonly materialCategories?: Sink<MaterialCategory>
  readonly hourTypes?: Sink<HourType>
  readonly employees?: Sink<Employee>
  /** On Moloni Portugal, where the account has them: work that was asked for there. */
  readonly serviceSheets?: Sink<ServiceSheet>
  readonly workOrders?: WorkOrderSource
}
