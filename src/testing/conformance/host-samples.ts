import type { Source, WorkOrder } from '../../domain/index.ts'
import type { Host } from '../../sync/index.ts'

export type SinkKind = 'relations' | 'materials' | 'materialCategories' | 'hourTypes' | 'employees'

type RowOf<K extends SinkKind> =
  NonNullable<Host[K]> extends { upsert(rows: readonly (infer T)[], ...rest: never[]): unknown } ? T : never

/** What a sample is made of: the same source is the same record. */
export interface SampleParts {
  readonly source: Source
  readonly key: string
  readonly name: string
}

/** A good record of each kind. */
export const samples: { readonly [K in SinkKind]: (parts: SampleParts) => RowOf<K> } = {
  relations: ({ source, key, name }) => ({
    debtorNumber: key,
    name,
    street: 'Rua da Fonte 1',
    postalCode: '3000-100',
    city: 'Coimbra',
    country: 'PT',
    email: 'office@example.com',
    active: true,
    source,
  }),
  materials: ({ source, key, name }) => ({
    code: key,
    description: name,
    price: 12.5,
    unit: 'un',
    active: true,
    source,
  }),
  materialCategories: ({ source, key, name }) => ({ code: key, name, active: true, source }),
  hourTypes: ({ source, key, name }) => ({ code: key, name, salePrice: 40, active: true, source }),
  employees: ({ source, key, name }) => ({
    number: key,
    firstName: name,
    lastName: 'Silva',
    active: true,
    source,
  }),
}

export const sinkKinds: readonly SinkKind[] = [
  'relations',
  'materials',
  'materialCategories',
  'hourTypes',
  'employees',
]

/** A completed work order with a material and an hour. */
export function workOrderSample(key: string, patch: Partial<WorkOrder> = {}): WorkOrder {
  return {
    key,
    number: `N-${key}`,
    status: 'complete',
    finished: true,
    customer: { debtorNumber: '1001', name: 'Padaria Central' },
    description: 'Work that was done',
    workDate: '2026-03-02',
    materials: [{ code: 'M-1', name: 'Valve', quantity: 2, unitPrice: 10.5, unit: 'un' }],
    workPeriods: [{ hourTypeCode: 'H-1', minutes: 90, date: '2026-03-02' }],
    ...patch,
  }
}
