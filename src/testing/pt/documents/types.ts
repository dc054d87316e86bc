/** One document group: what differs from its siblings. */
export interface DocumentType {
  readonly group: string
  readonly typeId: number
  readonly party: 'customer' | 'supplier'
  /** Requires a due date. */
  readonly dueDate: boolean
  /** Types whose documents may be associated on insert; closing uses them up. */
  readonly sources: readonly number[]
  /** Paid at once: payments are taken, or one is added for the total. */
  readonly paid: boolean
}

export const documentGroups: readonly DocumentType[] = [
  {
    group: 'invoices',
    typeId: 1,
    party: 'customer',
    dueDate: true,
    sources: [13, 14, 15, 28],
    paid: false,
  },
  {
    group: 'estimates',
    typeId: 14,
    party: 'customer',
    dueDate: true,
    sources: [],
    paid: false,
  },
]
