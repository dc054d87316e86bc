import type { Scene } from './scene.ts'
import type { Spec } from './spec.ts'
import type { Standing } from './subject.ts'

/** What a run must end with: the host is told, or a person is asked, with this code. */
export type Expected = 'acknowledged' | { readonly blocked: string }

/** Which runs a fault takes part in. */
export type Strikes =
  /** At each point of the process that it is stopped at. */
  | 'stops'
  /** At each request of the run. */
  | 'requests'
  /** At each point at which something is remembered, beside a later stop. */
  | 'points'
  /** By chance: as many runs as there are seeds. */
  | 'seeds'

/** One kind of trouble. */
export interface CrashFault {
  readonly name: string
  readonly title: string
  readonly strikes: Strikes
  /** `unproven`: nothing was ever exported, so nobody knows that the search can be believed. */
  readonly variant?: 'unproven'
  /** It changes what a run does that is not stopped. */
  readonly ownCourse?: true
  /** Needs documents: not for imports. */
  readonly documents?: true
  /** Requests may hang. */
  readonly hangs?: true
  /** How many engines run at once at first. */
  readonly engines?: 2
  /** Whether they are slow: the time jumps while they run. */
  readonly slow?: true
  /** Leases are not kept: they prove nothing. */
  readonly withoutLeases?: true
  /** Drafts beyond the first are allowed: what happens here is outside the promise, as long as nothing is closed twice. */
  readonly outside?: true
  arrange?(scene: Scene, spec: Spec): void
  /** What happens after the first process has stopped; answers what must come of it. */
  meanwhile?(scene: Scene, standing: Standing): Expected | undefined
  /** What must come of it that a process was stopped, by how things stand then. `landing`: its last call will land soon. */
  stopped?(standing: Standing, landing: boolean): Expected | undefined
}
