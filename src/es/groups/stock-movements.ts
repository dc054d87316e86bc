import type * as z from 'zod'
import type { OwnRow, Selecting } from '../families/records.ts'
import { company, write } from '../operation.ts'
import type { CompanyCallOptions } from '../options.ts'
import { products, type StockMovement } from '../rows/product.ts'
import type { StockMovementManualInsert, StockMovementRead } from '../types/products.ts'

const args = { ...company, data: 'StockMovementManualInsert!' }

export const stockMovementsOperations = {
  createEntry: write('create', 'stockMovementManualEntryCreate', products.stockMovement, args),
  createExit: write('create', 'stockMovementManualExitCreate', products.stockMovement, args),
}

/** Stock that is moved by hand; `qty` is positive either way. */
export interface StockMovementsApi {
  /** Puts goods into a warehouse. */
  createEntry(data: StockMovementManualInsert, options?: CompanyCallOptions & OwnRow): Promise<StockMovement>
  createEntry<S extends z.core.$ZodType>(
    data: StockMovementManualInsert,
    options: CompanyCallOptions & Selecting<S, StockMovementRead>,
  ): Promise<z.output<S>>
  /** Takes goods out of a warehouse. */
  createExit(data: StockMovementManualInsert, options?: CompanyCallOptions & OwnRow): Promise<StockMovement>
  createExit<S extends z.core.$ZodType>(
    data: StockMovementManualInsert,
    options: CompanyCallOptions & Selecting<S, StockMovementRead>,
  ): Promise<z.output<S>>
}
