import type {
  Employee,
  HourType,
  Material,
  MaterialCategory,
  Relation,
  ServiceSheet,
} from '../../../domain/index.ts'
import { checkOptionNames, UsageError } from '../../../errors/index.ts'
import { type Clock, systemClock } from '../../../internal/clock.ts'
import { memoryStore, type Store } from '../../../store/index.ts'
import type { Host, Sink, WorkOrderSource } from '../../../sync/index.ts'
import type { OutsmartClient } from '../client/client.ts'
import { hostMemory } from './memory.ts'
import { type OutsmartSettingsInput, outsmartSettings } from './settings.ts'
import { type OutsmartSink, sinkOn } from './sink.ts'
import { categoryShelf, employeeShelf, hourTypeShelf, materialShelf } from './sinks/catalogue.ts'
import { categoryLinksOf } from './sinks/category-links.ts'
import { companionsOf } from './sinks/companions.ts'
import { relationShelf } from './sinks/relations.ts'
import { serviceSheetSink } from './sinks/service-sheets.ts'
import { workOrderSource } from './work-orders/source.ts'

export interface OutsmartHostOptions {
  client: OutsmartClient
  /** Portable JSON, every field with a default. A wrong one is a `UsageError` `invalid_settings`. */
  settings?: OutsmartSettingsInput | undefined
  /**
   * Remembers which record of Moloni became which record of OutSmart: OutSmart has a place for that on relations only.
   * Give the engine's store. Default: in memory; then a material or hour type whose code changes in Moloni after a
   * restart is made anew, and the old one stays.
   */
  store?: Store | undefined
  /** Keeps several OutSmart accounts on one store apart. */
  account?: string | undefined
  clock?: Clock | undefined
}

/** The parts of a host that OutSmart has. */
export interface OutsmartHost extends Host {
  readonly relations: OutsmartSink<Relation>
  readonly materials: OutsmartSink<Material>
  readonly materialCategories: OutsmartSink<MaterialCategory>
  readonly hourTypes: OutsmartSink<HourType>
  readonly employees: OutsmartSink<Employee>
  /** There when the settings say what service sheets become. */
  readonly serviceSheets?: Sink<ServiceSheet>
  readonly workOrders: Required<WorkOrderSource>
}

/**
 * OutSmart as a host of the sync engine, on its public API.
 *
 * Relations, materials, categories, hour types and employees are compared before they are written, written in batches,
 * and answered row by row. Complete work orders are offered without changing them, acknowledged one by one after their
 * document exists, and get work status 99 when they cannot be exported.
 *
 * @example
 * ```ts
 * import { createOutsmartClient, outsmartHost } from 'moloni-sdk/outsmart'
 *
 * const client = createOutsmartClient({ token: 'of the account', softwareToken: 'of your software' })
 * export const host = outsmartHost({ client, settings: { workOrders: { archived: 'leaveOut' } } })
 * ```
 */
export function outsmartHost(options: OutsmartHostOptions): OutsmartHost {
  checkOptionNames(options, optionNames)
  const { client, store = memoryStore(), account = '', clock = systemClock } = options
  const settings = outsmartSettings.safeParse(options.settings ?? {})
  if (!settings.success) {
    const fields = settings.error.issues.map(({ path }) => path.join('.') || 'settings')
    throw new UsageError(`The settings of OutSmart are wrong: ${[...new Set(fields)].join(', ')}.`, {
      code: 'invalid_settings',
    })
  }
  const { relations, materials, employees, serviceSheets, batchSize, listsMs } = settings.data
  const parts = { memory: hostMemory(store, account), clock, batchSize, listsMs }
  const links = materials.categories ? categoryLinksOf(client, parts) : undefined
  return {
    relations: sinkOn(relationShelf(client, relations, companionsOf(client, relations, parts)), parts),
    materials: sinkOn(materialShelf(client, materials, links), parts),
    materialCategories: sinkOn(categoryShelf(client), parts),
    hourTypes: sinkOn(hourTypeShelf(client), parts),
    employees: sinkOn(employeeShelf(client, employees), parts),
    ...(serviceSheets ? { serviceSheets: serviceSheetSink(client, serviceSheets) } : {}),
    workOrders: workOrderSource(client, settings.data),
  }
}

const optionNames: Record<keyof OutsmartHostOptions, true> = {
  client: true,
  settings: true,
  store: true,
  account: true,
  clock: true,
}
