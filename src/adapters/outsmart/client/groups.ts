import type { CallOptions } from './caller.ts'
import type { Deletion } from './delete-endpoint.ts'
import type * as catalogue from './entities/catalogue.ts'
import type * as money from './entities/money.ts'
import type * as others from './entities/others.ts'
import type * as people from './entities/people.ts'
import type * as stock from './entities/stock.ts'
import type * as timesheet from './entities/timesheet.ts'
import type * as work from './entities/work.ts'
import type { WorkOrderMaterialInput, WorkOrderRow } from './entities/work-order.ts'
import type { Condition, Filter } from './filter.ts'
import type { ChangedSince, StockPlace, ValueInput, ValuePlace, ValueRow } from './other-endpoints.ts'
import type {
  CreateWorkOrders,
  MadeWorkOrder,
  WorkOrderFilter,
  WorkOrderName,
  WorkOrderPatch,
} from './work-order-endpoints.ts'

/** Reads a whole list: nothing documents pages. */
export interface ReadApi<Row> {
  list(params?: Record<never, never>, options?: CallOptions): Promise<Row[]>
}

/** Writes records. */
export interface SaveApi<Input> {
  /**
   * Inserts records, or updates those with the same key, and answers how many. A bad one may refuse them all, and
   * nothing tells which one it was.
   */
  save(rows: readonly Input[], options?: CallOptions): Promise<number>
}

/** A list that is read and written. */
export interface ListApi<Row, Input> extends ReadApi<Row>, SaveApi<Input> {}

/** Reads a list, or the rows that fulfil every condition of `where`. */
export interface FilterApi<Row> {
  list(params?: Filter<Row>, options?: CallOptions): Promise<Row[]>
}

export interface FilteredListApi<Row, Input> extends FilterApi<Row>, SaveApi<Input> {}

/** Reads the rows in which one field has a value. */
export interface FindApi<Row> {
  find(
    params: { readonly key: keyof Row & string; readonly value: string | number },
    options?: CallOptions,
  ): Promise<Row[]>
}

/** Work orders. Names of methods say which of them move a work order to `Afgehandeld` (handled). */
export interface WorkOrdersApi {
  /** Work orders of one status as they are; sends `update_status=false`. Never repeated. */
  list(params: WorkOrderFilter, options?: CallOptions): Promise<WorkOrderRow[]>
  /** One work order as it is; sends `update_status=false`. Never repeated. */
  get(params: WorkOrderName, options?: CallOptions): Promise<WorkOrderRow>
  /** **Moves every work order that it answers to `Afgehandeld`.** */
  listAndHandle(params: WorkOrderFilter, options?: CallOptions): Promise<WorkOrderRow[]>
  /** **Moves the work order to `Afgehandeld`**: the acknowledgement. Answers the work order. */
  handle(params: WorkOrderName, options?: CallOptions): Promise<WorkOrderRow>
  /** Makes work orders, and answers those that were made. */
  create(params: CreateWorkOrders, options?: CallOptions): Promise<MadeWorkOrder[]>
  /** Changes a work order; `RefusedError` `outsmart_1503` when everything already is as asked. */
  update(params: WorkOrderName & WorkOrderPatch, options?: CallOptions): Promise<unknown>
  /** Adds material lines; answers how many. Known from a sample only. */
  addMaterials(params: MaterialsOf, options?: CallOptions): Promise<number>
  /** Takes all material lines away and adds these. Known from a sample only. */
  replaceMaterials(params: MaterialsOf, options?: CallOptions): Promise<number>
}

export interface MaterialsOf {
  readonly row_id: string | number
  readonly materials: readonly WorkOrderMaterialInput[]
}

export interface ObjectsApi
  extends ListApi<others.InstalledObjectRow, others.InstalledObjectInput>,
    FindApi<others.InstalledObjectRow> {
  /** Objects that were changed and whose mark nobody cleared. */
  changed(params?: Record<never, never>, options?: CallOptions): Promise<others.InstalledObjectRow[]>
  /** The same for one object, **and clears its mark**. */
  clearChanged(
    params: { readonly obj_code: string },
    options?: CallOptions,
  ): Promise<others.InstalledObjectRow[]>
}

export interface ObjectPartsApi extends FilteredListApi<others.ObjectPartRow, others.ObjectPartInput> {
  /** Parts that were changed since a moment. */
  changed(params: ChangedSince, options?: CallOptions): Promise<others.ObjectPartRow[]>
}

/** Deleting by one field. */
export interface RecordsApi {
  /** Deletes the record that has the value; answers how many. */
  delete(params: Deletion, options?: CallOptions): Promise<number>
  /** **Deletes every record of the kind that the value fits, or all of them.** Refused for work orders. */
  deleteAll(params: Deletion, options?: CallOptions): Promise<number>
}

/** Writes fields of the records that a filter names. What OutSmart takes here is not documented. */
export interface UpdateApi<Row> {
  update(
    params: {
      readonly where: readonly Condition<Row>[]
      readonly fields: Readonly<Record<string, unknown>>
    },
    options?: CallOptions,
  ): Promise<unknown>
}

export interface TransactionsApi extends FilterApi<money.TransactionRow> {
  /** Registers payments, and answers them with their numbers; `int_inv_id` changes the balance of the invoice. */
  create(rows: readonly money.TransactionInput[], options?: CallOptions): Promise<money.TransactionRow[]>
  /** Attaches payments to invoices or detaches them; each names `int_transaction_id` or the external one. */
  update(rows: readonly money.TransactionInput[], options?: CallOptions): Promise<money.TransactionRow[]>
}

export interface ValuesApi {
  /** Values of custom fields. */
  list(params: ValuePlace, options?: CallOptions): Promise<ValueRow[]>
  /** Sets values of custom fields of one record. */
  set(params: ValueInput, options?: CallOptions): Promise<unknown>
}

export interface WarehouseMaterialsApi {
  /** Stock, of one material or one warehouse if named. */
  list(params?: StockPlace, options?: CallOptions): Promise<stock.WarehouseMaterialRow[]>
}

/** OutSmart's endpoints. Fields keep their names. */
export interface OutsmartGroups {
  readonly employees: ListApi<people.EmployeeRow, people.EmployeeInput>
  readonly relations: FilteredListApi<people.RelationRow, people.RelationInput>
  readonly contactPersons: ListApi<people.ContactPersonRow, people.ContactPersonInput> &
    FindApi<people.ContactPersonRow>
  readonly addresses: ListApi<people.AddressRow, people.AddressInput> & FindApi<people.AddressRow>
  readonly materials: ListApi<catalogue.MaterialRow, catalogue.MaterialInput>
  readonly categories: ListApi<catalogue.CategoryRow, catalogue.CategoryInput> &
    FindApi<catalogue.CategoryRow>
  readonly materialCategories: ListApi<catalogue.MaterialCategoryRow, catalogue.MaterialCategoryInput>
  readonly materialTypes: ListApi<catalogue.MaterialTypeRow, catalogue.MaterialTypeInput>
  readonly subMaterials: ReadApi<catalogue.SubMaterialRow>
  readonly prices: ListApi<catalogue.PriceRow, catalogue.PriceInput>
  /** Deprecated in favour of materials. */
  readonly parts: ListApi<catalogue.PartRow, catalogue.PartInput>
  readonly suppliers: ListApi<stock.SupplierRow, stock.SupplierInput>
  readonly warehouses: ListApi<stock.WarehouseRow, stock.WarehouseInput>
  readonly warehouseMaterials: WarehouseMaterialsApi
  /** Nobody knows its path: a call is a `UsageError` `path_unknown`. */
  readonly warehouseTransactions: FilterApi<stock.WarehouseTransactionRow>
  readonly hourTypes: ListApi<work.HourTypeRow, work.HourTypeInput>
  readonly projects: FilteredListApi<work.ProjectRow, work.ProjectInput>
  readonly projectActivities: ListApi<work.ProjectActivityRow, work.ProjectActivityInput>
  readonly workTypes: ListApi<work.WorkTypeRow, work.WorkTypeInput>
  readonly paymentMethods: ListApi<work.PaymentMethodRow, work.PaymentMethodInput>
  readonly workStatuses: ListApi<work.WorkStatusRow, work.WorkStatusInput>
  readonly priorities: ListApi<work.PriorityRow, work.PriorityInput>
  readonly errorCodes: ListApi<work.ErrorCodeRow, work.ErrorCodeInput>
  readonly solutions: ListApi<work.SolutionRow, work.SolutionInput>
  readonly forms: ListApi<work.FormRow, work.FormInput>
  readonly objects: ObjectsApi
  readonly objectParts: ObjectPartsApi
  readonly vehicles: ListApi<others.VehicleRow, others.VehicleInput>
  readonly regions: ListApi<others.RegionRow, others.RegionInput>
  readonly freeFields: FilteredListApi<others.FreeFieldRow, others.FreeFieldInput>
  readonly tasks: ListApi<people.TaskRow, people.TaskInput>
  readonly notes: FilteredListApi<timesheet.NoteRow, timesheet.NoteInput>
  readonly genericNotes: ListApi<timesheet.GenericNoteRow, timesheet.GenericNoteInput>
  readonly hours: FilteredListApi<timesheet.HoursRow, timesheet.HoursInput>
  readonly travel: FilteredListApi<timesheet.TravelRow, timesheet.TravelInput>
  readonly expenses: FilteredListApi<timesheet.ExpenseRow, timesheet.ExpenseInput>
  readonly expenseCategories: ListApi<timesheet.ExpenseCategoryRow, timesheet.ExpenseCategoryInput>
  readonly locations: ListApi<people.LocationRow, people.LocationInput>
  readonly workOrders: WorkOrdersApi
  readonly records: RecordsApi
  readonly invoices: FilterApi<money.InvoiceRow> & UpdateApi<money.InvoiceRow>
  readonly quotations: FilterApi<money.QuotationRow> & UpdateApi<money.QuotationRow>
  readonly transactions: TransactionsApi
  /** The next free number of a series. */
  readonly numbers: { next(params: { readonly table: string }, options?: CallOptions): Promise<string> }
  readonly values: ValuesApi
}
