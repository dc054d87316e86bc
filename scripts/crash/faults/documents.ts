import type { Act } from '../account.ts'
import type { CrashFault, Expected } from '../fault.ts'
import type { Standing } from '../subject.ts'

/** What must come of a person's act on a draft that was there when the process stopped. */
const onDraft: Record<Act, (standing: Standing) => Expected> = {
  // Nobody knew of the draft: it is as if it had never been made.
  delete: ({ known }) => (known ? { blocked: 'draft_gone' } : 'acknowledged'),
  edit: () => ({ blocked: 'mismatch' }),
  copy: () => ({ blocked: 'twin_documents' }),
  close: () => 'acknowledged',
  annul: () => ({ blocked: 'document_annulled' }),
}

/** The same for a closed document; an act that is not here cannot be done with one. */
const onClosed: Partial<Record<Act, (standing: Standing) => Expected>> = {
  copy: () => 'acknowledged',
  annul: () => ({ blocked: 'document_annulled' }),
}

const titles: Record<Act, string> = {
  delete: 'a person deletes the draft',
  edit: 'a person changes the draft',
  copy: 'a person copies the document',
  close: 'a person closes the draft',
  annul: 'a person annuls the document',
}

function byPerson(act: Act): CrashFault {
  return {
    name: act,
    title: titles[act],
    strikes: 'stops',
    documents: true,
    meanwhile(scene, standing) {
      const [document] = standing.documents
      if (!document || standing.documents.length > 1) return undefined
      const expected = document.status === 'draft' ? onDraft[act] : onClosed[act]
      if (!expected) return undefined
      const made = scene.account.act(act, document.id)
      if (made !== undefined || act === 'delete') scene.byPerson.add(made ?? document.id)
      // The engine has seen it as it must be: what becomes of it later is the office's own business.
      const settled = standing.state === 'closed' || standing.state === 'acknowledged'
      return settled ? 'acknowledged' : expected(standing)
    },
  }
}

const always = { times: Number.POSITIVE_INFINITY }

export const documentFaults: readonly CrashFault[] = [
  ...(Object.keys(titles) as Act[]).map(byPerson),
  {
    name: 'ignored',
    title: 'the filter by our key is ignored',
    strikes: 'stops',
    ownCourse: true,
    documents: true,
    arrange: ({ account }) =>
      account.faults.plan({ on: account.search, ...always, fault: { kind: 'ignoreFilter' } }),
  },
  {
    name: 'refused',
    title: 'the filter by our key is refused',
    strikes: 'stops',
    ownCourse: true,
    documents: true,
    arrange: ({ account }) =>
      account.faults.plan({ on: account.search, ...always, fault: { kind: 'refuseFilter' } }),
  },
  {
    name: 'unproven',
    title: 'the first document ever: the search is not proven',
    strikes: 'stops',
    documents: true,
    variant: 'unproven',
    ownCourse: true,
    stopped: ({ state, documents }, landing) =>
      (state === 'creating' || state === 'unknown') && documents.length === 0 && !landing
        ? { blocked: 'outcome_unknown' }
        : undefined,
  },
]
