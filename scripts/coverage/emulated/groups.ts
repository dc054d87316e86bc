import type { RecordGroup } from './records.ts'

export const recordGroups: readonly RecordGroup[] = [
  { group: 'customers', id: 'customer_id' },
  { group: 'suppliers', id: 'supplier_id' },
  { group: 'salesmen', id: 'salesman_id' },
  { group: 'products', id: 'product_id' },
  { group: 'productCategories', id: 'category_id' },
  { group: 'measurementUnits', id: 'unit_id' },
  { group: 'paymentMethods', id: 'payment_method_id' },
  { group: 'maturityDates', id: 'maturity_date_id' },
  { group: 'deliveryMethods', id: 'delivery_method_id' },
  { group: 'taxes', id: 'tax_id' },
  { group: 'deductions', id: 'deduction_id' },
  { group: 'warehouses', id: 'warehouse_id' },
  { group: 'documentSets', id: 'document_set_id' },
  { group: 'invoices', id: 'document_id' },
]
