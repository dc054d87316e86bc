import type { Entity } from './entity.ts'
import { judgeParty } from './parties.ts'

const none = { vat: '', notes: '' }

/** Whom the company works with beside its customers. */
export const partnerEntities: readonly Entity[] = [
  {
    name: 'supplier',
    table: 'suppliers',
    model: 'Supplier',
    defaults: () => ({ ...none, discount: 0, creditLimit: 0 }),
    judge: (call, after, before) => judgeParty(call, 'suppliers', 'supplier', after, before),
  },
  {
    name: 'salesperson',
    table: 'salespersons',
    model: 'Salesperson',
    defaults: () => ({ ...none, baseCommission: 0 }),
    judge: (call, after, before) => judgeParty(call, 'salespersons', 'salesperson', after, before),
  },
]
