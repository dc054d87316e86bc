import type { Issue } from '../../domain/index.ts'
import { hostLinkKey, moloniLinkKey } from '../imports/links.ts'
import type { WaitsFor } from '../records/ledger.ts'
import type { Work } from '../work.ts'

/**
 * What a blocked work order waits for: the links of the billed relation and of the codes that its issues
 * name. When an import delivers one of them again, the work order is free.
 */
export async function waitsOf(
  work: Work,
  issues: readonly Issue[],
  debtorNumber?: string,
): Promise<WaitsFor[]> {
  const things = [...new Set(issues.flatMap(({ thing }) => (thing ? [thing] : [])))]
  const wanted: Pick<WaitsFor, 'kind' | 'code'>[] = [
    ...(debtorNumber ? [{ kind: 'relations' as const, code: debtorNumber }] : []),
    ...things.flatMap((code) => [
      { kind: 'materials' as const, code },
      { kind: 'hourTypes' as const, code },
    ]),
  ]
  return Promise.all(
    wanted.map(async (wait) => {
      const version = await linkVersion(work, wait)
      return version === undefined ? wait : { ...wait, version }
    }),
  )
}

/** Whether one of the things that the work order waits for has changed since. */
export async function released(work: Work, waits: readonly WaitsFor[]): Promise<boolean> {
  for (const wait of waits) {
    if ((await linkVersion(work, wait)) !== wait.version) return true
  }
  return false
}

async function linkVersion(
  work: Work,
  { kind, code }: Pick<WaitsFor, 'kind' | 'code'>,
): Promise<number | undefined> {
  const half = await work.records.hostLinks.get(await hostLinkKey(work, kind, code))
  if (!half) return undefined
  return (await work.records.moloniLinks.get(moloniLinkKey(work, kind, half.value.remoteId)))?.version
}
