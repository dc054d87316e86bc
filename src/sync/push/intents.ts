import type { Entry } from '../records/collection.ts'
import type { PushIntentRecord } from '../records/push.ts'
import type { Work } from '../work.ts'

/** Creations whose outcome may be judged now, by the host's key. */
export async function intentsDue(
  work: Work,
  kind: string,
): Promise<ReadonlyMap<string, Entry<PushIntentRecord>>> {
  const due = new Map<string, Entry<PushIntentRecord>>()
  const prefix = `${work.scope}/${kind}/`
  for await (const entry of work.records.pushIntents.scan({ by: 'index', prefix })) {
    if (entry.value.due > work.clock.now()) break
    due.set(entry.value.hostKey, entry)
  }
  return due
}
