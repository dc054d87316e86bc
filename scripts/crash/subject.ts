import type { SettingsInput } from '../../src/domain/index.ts'
import type { Platform } from '../../src/oauth/index.ts'
import type { Account, SeenDocument } from './account.ts'
import type { HostName } from './host-side.ts'
import type { Scene } from './scene.ts'

/** How things stand with what a run is about. */
export interface Standing {
  /** It is done: the host knows, or holds everything. */
  readonly done: boolean
  /** A person is asked, with this code. */
  readonly blocked?: string | undefined
  /** A person is told of something about it, whether it is done or not. */
  readonly told: boolean
  /** State of the ledger record, where there is one. */
  readonly state?: string | undefined
  /** Whether the ledger knows of a collective document. */
  readonly grouped?: boolean | undefined
  /** Whether the ledger knows the document. */
  readonly known?: boolean | undefined
  /** Documents of the work order in Moloni, annulled ones too. */
  readonly documents: readonly SeenDocument[]
}

/** What the end of a run is judged by. */
export interface Verdict {
  /** Documents beyond what the promise allows. */
  readonly duplicates: number
  readonly lost: number
  readonly unacknowledged: number
  readonly wrongTotals: number
  /** Documents beyond the first that were left as drafts: the promise allows them in some runs. */
  readonly extraDrafts: number
}

/** What runs are about: the export of one kind of document, or an import. */
export interface Subject {
  readonly name: string
  readonly title: string
  /** Platforms that have it. */
  readonly platforms: readonly Platform[]
  /** Hosts that can play it; all when absent. */
  readonly hosts?: readonly HostName[]
  /** Whether documents are made. */
  readonly exports: boolean
  /** It begins with documents: the search is proven, and a person has nothing to do with its drafts. */
  readonly begun?: true
  settings(account: Account): SettingsInput
  /** What has happened before the run that is broken. `unproven`: nothing was ever exported. */
  before(scene: Scene, variant: 'usual' | 'unproven'): Promise<void>
  /** What the broken run has to do. */
  begin(scene: Scene): Promise<void>
  /** Something more that happens in Moloni after the first process has stopped. */
  meanwhile?(scene: Scene): void
  /** Kinds that runs are about. */
  readonly kinds: readonly string[]
  standing(scene: Scene): Promise<Standing>
  /** What must come of it that the store has forgotten something. */
  forgotten?(scene: Scene, standing: Standing): { readonly blocked: string } | undefined
  judge(scene: Scene, standing: Standing): Promise<Verdict>
}
