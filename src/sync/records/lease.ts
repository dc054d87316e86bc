import * as z from 'zod'
import type { Clock } from '../../internal/clock.ts'
import type { Random } from '../../internal/random.ts'
import type { Collection, Entry } from './collection.ts'

export const leaseRecord = z.object({ owner: z.string(), beat: z.number() })
export type LeaseRecord = z.infer<typeof leaseRecord>

/** How often a lease is looked at before it counts as untouched, and shown life twice as often. */
const LOOKS = 3

export interface LeaseOptions {
  readonly clock: Clock
  readonly random: Random
  /** Milliseconds for which a lease must stay untouched before somebody else may have it. */
  readonly term: number
}

/** A right to do something alone. Advisory: it saves work and proves nothing. */
export interface Lease {
  /** Shows that the owner lives; cheap when called often. False when somebody else has it by now. */
  renew(): Promise<boolean>
  release(): Promise<void>
}

/**
 * Takes the lease, or answers undefined when its owner shows life. An untouched lease is watched for its
 * term and then taken over; the clocks of machines are not compared.
 */
export async function acquireLease(
  leases: Collection<LeaseRecord>,
  name: string,
  { clock, random, term }: LeaseOptions,
  signal?: AbortSignal,
): Promise<Lease | undefined> {
  const owner = random.token(8)
  let seen = await leases.get(name)
  for (let look = 0; seen && look < LOOKS; look++) {
    await clock.sleep(term / LOOKS, signal)
    const next = await leases.get(name)
    if (next && next.version !== seen.version) return undefined
    seen = next
  }
  const taken = await leases.put({
    key: name,
    expected: seen?.version ?? 'absent',
    value: { owner, beat: 0 },
  })
  return taken ? leaseOf(leases, name, owner, { clock, term }) : undefined
}

function leaseOf(
  leases: Collection<LeaseRecord>,
  name: string,
  owner: string,
  { clock, term }: Pick<LeaseOptions, 'clock' | 'term'>,
): Lease {
  let renewedAt = clock.now()
  const own = async (): Promise<Entry<LeaseRecord> | undefined> => {
    const current = await leases.get(name)
    return current?.value.owner === owner ? current : undefined
  }
  return {
    async renew() {
      if (clock.now() - renewedAt < term / LOOKS / 2) return true
      const current = await own()
      if (!current) return false
      renewedAt = clock.now()
      return leases.put({
        key: name,
        expected: current.version,
        value: { owner, beat: current.value.beat + 1 },
      })
    },
    async release() {
      const current = await own()
      if (current) await leases.put({ key: name, expected: current.version })
    },
  }
}
