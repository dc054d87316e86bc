import type { LedgerRecord } from '../records/ledger.ts'
import { extended, type TrailEntry } from '../records/trail.ts'
import type { ExportRun } from './export-run.ts'

/** The trail after a step. Only what a person would want to see adds to it: another state, reason, document or call. */
export function trailOf({ work, by }: ExportRun, before: LedgerRecord, after: LedgerRecord): TrailEntry[] {
  const { state, issues, documentId, document, attempt, plan } = after
  const asked = attempt && attempt.id !== before.attempt?.id && plan
  const codes = [...new Set(issues.map(({ code }) => code))]
  const seen = documentId !== undefined && (documentId !== before.documentId || document !== before.document)
  const known = before.issues.map(({ code }) => code)
  const changed = state !== before.state || asked || seen || codes.some((code) => !known.includes(code))
  if (!changed) return before.trail
  return extended(before.trail, {
    at: after.updatedAt,
    by,
    state,
    settingsVersion: work.connection.settingsVersion,
    codes,
    ...(asked
      ? {
          asked: {
            call: attempt.call,
            attempt: attempt.id,
            kind: plan.kind,
            date: plan.date,
            lines: plan.lines.length,
            totalCents: plan.totals.netCents,
          },
        }
      : {}),
    ...(seen
      ? {
          seen: {
            documentId,
            ...(document
              ? {
                  state: document.state,
                  totalCents: document.totalCents,
                  ...(document.name === undefined ? {} : { name: document.name }),
                }
              : {}),
          },
        }
      : {}),
  })
}
