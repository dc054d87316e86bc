import type { Translated } from '../../languages.ts'

/** One kind of document: what differs from its siblings. */
export interface DocumentKind {
  /** Prefix of its operations. */
  readonly apiCode: string
  /** Name of its list. */
  readonly plural: string
  readonly typeId: number
  /** SAF-T code, or the usual short name where SAF-T has none. */
  readonly code: string
  readonly title: Translated
  readonly titlePlural: Translated
  /** Whom it is for. */
  readonly party: 'customer' | 'supplier' | 'salesperson'
  /** Kinds that it is made from. */
  readonly sources?: readonly string[]
  /** What it leaves open until it is settled: money to come, or a credit. */
  readonly money?: 'debt' | 'credit'
  /** Uses up the debts and credits that it names, and takes none but its sources. */
  readonly settles?: true
  /** Has no lines; its total is told. `payment`: debts less credits that it names, `refund`: the credits. */
  readonly told?: 'payment' | 'refund' | 'anything'
  /** Takes payments. */
  readonly payments?: true
  /** Paid by its own payments, so that nothing stays open. */
  readonly selfPaid?: true
  /** Moves stock when it is closed: in (1) or out (−1). */
  readonly stock?: 1 | -1
  /** Signed for the tax authority of Portugal. */
  readonly signed?: true
  /** May go back from closed to draft. */
  readonly draftable?: true
  /** Brought from another program: only read. */
  readonly migrated?: true
}

type Names = readonly [pt: string, es: string, en: string]

/** Names in the three languages, from texts. */
export function titles([pt, es, en]: Names, [ptPlural, esPlural, enPlural]: Names) {
  return {
    title: { pt, es, en },
    titlePlural: { pt: ptPlural, es: esPlural, en: enPlural },
  }
}
