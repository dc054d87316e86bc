import { recordEndpoints } from './delete-endpoint.ts'
import { list, listEqual, listWhere, save } from './endpoint.ts'
import {
  category,
  material,
  materialCategory,
  materialType,
  part,
  price,
  subMaterial,
} from './entities/catalogue.ts'
import { freeField, installedObject, objectPart, region, vehicle } from './entities/others.ts'
import { address, contactPerson, employee, location, relation, task } from './entities/people.ts'
import { supplier, warehouse, warehouseTransaction } from './entities/stock.ts'
import {
  expenseCategory,
  genericNote,
  note,
  timesheetExpense,
  timesheetHour,
  timesheetTravel,
} from './entities/timesheet.ts'
import {
  errorCode,
  form,
  hourType,
  paymentMethod,
  priority,
  project,
  projectActivity,
  solution,
  workStatus,
  workType,
} from './entities/work.ts'
import type { Entity } from './entity.ts'
import {
  changedObjectEndpoints,
  changedPartEndpoints,
  invoiceEndpoints,
  numberEndpoints,
  quotationEndpoints,
  transactionEndpoints,
  valueEndpoints,
  warehouseMaterialEndpoints,
} from './other-endpoints.ts'
import { workOrderEndpoints } from './work-order-endpoints.ts'

/** A list that is read whole, and written. */
function both<Row, Input>(entity: Entity<Row, Input>, path: string) {
  return { list: list<Row>(entity, path), save: save<Input>(entity, path) }
}

/** The same, with a filter. */
function filtered<Row, Input>(entity: Entity<Row, Input>, path: string) {
  return { list: listWhere<Row>(entity, path), save: save<Input>(entity, path) }
}

/** Every endpoint, by group and method. Where one path does two things, each has a method of its own. */
export const endpoints = {
  employees: both(employee, 'employees'),
  relations: filtered(relation, 'relations'),
  contactPersons: {
    ...both(contactPerson, 'contactpersons'),
    find: listEqual(contactPerson, 'contactperson'),
  },
  addresses: { ...both(address, 'addresses'), find: listEqual(address, 'address') },
  materials: both(material, 'materials'),
  categories: { ...both(category, 'categories'), find: listEqual(category, 'category') },
  materialCategories: both(materialCategory, 'material_categories'),
  materialTypes: both(materialType, 'material_types'),
  subMaterials: { list: list(subMaterial, 'sub-materials') },
  prices: both(price, 'prices'),
  parts: both(part, 'parts'),
  suppliers: both(supplier, 'suppliers'),
  warehouses: both(warehouse, 'warehouses'),
  warehouseMaterials: warehouseMaterialEndpoints,
  warehouseTransactions: { list: listWhere(warehouseTransaction, undefined) },
  hourTypes: both(hourType, 'hourtypes'),
  projects: filtered(project, 'projects'),
  projectActivities: both(projectActivity, 'project_activities'),
  workTypes: both(workType, 'worktypes'),
  paymentMethods: both(paymentMethod, 'paymentmethods'),
  workStatuses: both(workStatus, 'workstatusses'),
  priorities: both(priority, 'priorities'),
  errorCodes: both(errorCode, 'errors'),
  solutions: both(solution, 'solutions'),
  forms: both(form, 'forms'),
  objects: {
    ...both(installedObject, 'objects'),
    find: listEqual(installedObject, 'object'),
    ...changedObjectEndpoints,
  },
  objectParts: { ...filtered(objectPart, 'object_parts'), ...changedPartEndpoints },
  vehicles: both(vehicle, 'vehicles'),
  regions: both(region, 'regions'),
  freeFields: filtered(freeField, 'freefields'),
  tasks: both(task, 'tasks'),
  notes: filtered(note, 'notes'),
  genericNotes: both(genericNote, 'generic_notes'),
  hours: filtered(timesheetHour, 'hours'),
  travel: filtered(timesheetTravel, 'travel'),
  expenses: filtered(timesheetExpense, 'expenses'),
  expenseCategories: both(expenseCategory, 'expense_categories'),
  locations: {
    ...both(location, 'locations'),
    list: { ...list(location, 'locations'), emptyCode: 1400 },
  },
  workOrders: workOrderEndpoints,
  records: recordEndpoints,
  invoices: invoiceEndpoints,
  quotations: quotationEndpoints,
  transactions: transactionEndpoints,
  numbers: numberEndpoints,
  values: valueEndpoints,
}
