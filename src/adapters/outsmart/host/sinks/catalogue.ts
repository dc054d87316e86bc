import type { Employee, HourType, Material, MaterialCategory } from '../../../../domain/index.ts'
import { isError } from '../../../../errors/index.ts'
import type { OutsmartClient } from '../../client/client.ts'
import {
  type CategoryInput,
  type CategoryRow,
  category,
  type MaterialInput,
  type MaterialRow,
  material,
} from '../../client/entities/catalogue.ts'
import { type EmployeeInput, type EmployeeRow, employee } from '../../client/entities/people.ts'
import { type HourTypeInput, type HourTypeRow, hourType } from '../../client/entities/work.ts'
import type { OutsmartSettings } from '../settings.ts'
import type { Shelf } from '../shelf.ts'
import { stated } from '../stated.ts'
import type { CategoryLinks } from './category-links.ts'

/** Materials lie under their code. OutSmart cannot mark them as inactive. */
export function materialShelf(
  client: OutsmartClient,
  { defaultUnit, gone }: OutsmartSettings['materials'],
  links: CategoryLinks | undefined,
): Shelf<Material, MaterialRow, MaterialInput> {
  return {
    kind: 'materials',
    entity: material,
    fields: ['code', 'description', 'price', 'unit', 'barcode'],
    // The unit that stands for none is none.
    recordOf: ({ code, description, price, unit, eancode }) =>
      stated({ code, description, price, unit: unit === defaultUnit ? undefined : unit, barcode: eancode }),
    keyOf: ({ code }) => code,
    keyOfRow: ({ code }) => code,
    list: (options) => client.materials.list({}, options),
    save: (inputs, options) => client.materials.save(inputs, options),
    make: (record, { base }) => ({
      input: {
        ...(base ? material.writable(base) : {}),
        code: record.code,
        description: record.description,
        price: record.price,
        unit: record.unit ?? defaultUnit,
        eancode: record.barcode ?? '',
      },
    }),
    ...(gone === 'delete'
      ? {
          remove: (key, options) =>
            remove(() => client.records.delete({ entity: 'material', key: 'code', value: key }, options)),
        }
      : {}),
    ...(links ? { beside: (records, options) => links.write(records, options) } : {}),
  }
}

/** Categories lie under Moloni's id; one that is gone is not shown any more. */
export function categoryShelf(client: OutsmartClient): Shelf<MaterialCategory, CategoryRow, CategoryInput> {
  return {
    kind: 'materialCategories',
    entity: category,
    fields: ['code', 'name', 'parentCode', 'active'],
    recordOf: ({ cat_code, cat_name, cat_cat_code, cat_display }) => ({
      ...stated({ code: cat_code, name: cat_name, parentCode: cat_cat_code }),
      active: cat_display !== false,
    }),
    keyOf: ({ code }) => code,
    keyOfRow: ({ cat_code }) => cat_code,
    list: (options) => client.categories.list({}, options),
    save: (inputs, options) => client.categories.save(inputs, options),
    isActive: ({ cat_display }) => cat_display !== false,
    make: (record, { base }) => ({
      input: {
        ...(base ? category.writable(base) : {}),
        cat_code: record.code,
        cat_name: record.name,
        cat_cat_code: record.parentCode ?? '',
        cat_display: record.active,
      },
    }),
    retired: () => ({ cat_display: false }),
  }
}

/** Hour types lie under their code. A new one is billed and is no cost; afterwards OutSmart's own choice stays. */
export function hourTypeShelf(client: OutsmartClient): Shelf<HourType, HourTypeRow, HourTypeInput> {
  return {
    kind: 'hourTypes',
    entity: hourType,
    fields: ['code', 'name', 'salePrice', 'active'],
    recordOf: ({ code, name, sale_price, active }) => ({
      ...stated({ code, name, salePrice: sale_price }),
      active: active !== false,
    }),
    keyOf: ({ code }) => code,
    keyOfRow: ({ code }) => code,
    list: (options) => client.hourTypes.list({}, options),
    save: (inputs, options) => client.hourTypes.save(inputs, options),
    isActive: ({ active }) => active !== false,
    make: (record, { base }) => ({
      input: {
        cost_booking: false,
        sale_booking: true,
        ...(base ? hourType.writable(base) : {}),
        code: record.code,
        name: record.name,
        sale_price: record.salePrice,
        active: record.active,
      },
    }),
    retired: () => ({ active: false }),
  }
}

/** Employees lie under their number. Nothing documents that they can be made inactive. */
export function employeeShelf(
  client: OutsmartClient,
  { singleName, gone }: OutsmartSettings['employees'],
): Shelf<Employee, EmployeeRow, EmployeeInput> {
  return {
    kind: 'employees',
    entity: employee,
    fields: ['number', 'firstName', 'lastName'],
    // A single name that was written twice is a single name.
    recordOf: ({ number, firstname, lastname }) =>
      stated({ number, firstName: firstname, lastName: lastname === firstname ? undefined : lastname }),
    keyOf: ({ number }) => number,
    keyOfRow: ({ number }) => number,
    list: (options) => client.employees.list({}, options),
    save: (inputs, options) => client.employees.save(inputs, options),
    make: (record, { base }) => ({
      input: {
        ...(base ? employee.writable(base) : {}),
        number: record.number,
        firstname: record.firstName,
        lastname: record.lastName ?? (singleName === 'repeat' ? record.firstName : ''),
      },
    }),
    ...(gone === 'delete'
      ? {
          remove: (key, options) =>
            remove(() => client.records.delete({ entity: 'employee', key: 'number', value: key }, options)),
        }
      : {}),
  }
}

async function remove(call: () => Promise<number>): Promise<void> {
  try {
    await call()
  } catch (error) {
    // Somebody else deleted it.
    if (!(isError(error, 'RefusedError') && error.code === 'outsmart_1600')) throw error
  }
}
