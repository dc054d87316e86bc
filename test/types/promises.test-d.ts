import {
  createSyncEngine,
  type Host,
  isError,
  type MoloniError,
  type OAuth,
  type SettingsInput,
  type SyncEngine,
  type TokenSource,
  type ValidationError,
} from 'moloni-sdk'
import type { Customer, PtClient } from 'moloni-sdk/pt'
import type { Emulator } from 'moloni-sdk/testing'
import { expectTypeOf, test } from 'vitest'

// Judged by the compiler alone: nothing here runs.
declare const pt: PtClient
declare const engine: SyncEngine
const never = (_: () => unknown) => {}

test('parameters have Moloni’s names, and no others', () => {
  never(() => pt.customers.getAll({ qty: 50, offset: 0 }, { signal: AbortSignal.abort() }))
  // @ts-expect-error no such parameter
  never(() => pt.customers.getAll({ limit: 50 }))
  // @ts-expect-error a number
  never(() => pt.customers.getAll({ qty: '50' }))
  // @ts-expect-error the id is needed
  never(() => pt.customers.getOne({}))
  // @ts-expect-error no such method
  never(() => pt.customers.getEverything())
  // @ts-expect-error an invoice needs its lines
  never(() => pt.invoices.insert({ customer_id: 1, document_set_id: 1, date: '', expiration_date: '' }))
})

test('answers have Moloni’s fields, and no others', () => {
  expectTypeOf(pt.customers.getAll).returns.resolves.toEqualTypeOf<Customer[]>()
  expectTypeOf(pt.customers.count).returns.resolves.toEqualTypeOf<number>()
  expectTypeOf<Customer['name']>().toEqualTypeOf<string>()
  expectTypeOf<Customer>().not.toHaveProperty('nombre')
  expectTypeOf<Customer>().not.toBeAny()
})

test('lists are iterated by row and by page', () => {
  expectTypeOf(pt.customers.list()).toExtend<AsyncIterable<Customer>>()
  expectTypeOf(pt.customers.modifiedSince).parameter(0).toEqualTypeOf<Date | string>()
  never(async () => {
    for await (const { rows, last } of pt.customers.list().pages()) {
      expectTypeOf(rows).toEqualTypeOf<readonly Customer[]>()
      expectTypeOf(last).toEqualTypeOf<boolean>()
    }
  })
})

test('the escape hatch is unknown until a schema says more', () => {
  expectTypeOf(pt.call('suppliers/getAll', {})).resolves.toBeUnknown()
})

test('a guard narrows to the error it names', () => {
  never((): void => {
    const error: unknown = undefined
    if (isError(error, 'ValidationError')) expectTypeOf(error).toEqualTypeOf<ValidationError>()
    // @ts-expect-error no such error
    isError(error, 'SomeError')
  })
  expectTypeOf<MoloniError['code']>().toEqualTypeOf<string>()
  expectTypeOf<ValidationError['name']>().toEqualTypeOf<'ValidationError'>()
})

test('settings know their fields and values', () => {
  expectTypeOf<{ exports: { state: 'draft' } }>().toExtend<SettingsInput>()
  expectTypeOf<{ exports: { state: 'open' } }>().not.toExtend<SettingsInput>()
  // @ts-expect-error no such setting
  never((): SettingsInput => ({ exports: { stat: 'draft' } }))
})

test('host and applications may depend on the connection', () => {
  never((): SyncEngine => {
    const options = { store: memory(), host: async () => host(), oauth: () => ({ pt: oauth() }) }
    return createSyncEngine(options)
  })
  expectTypeOf<Record<never, never>>().toExtend<Host>()
  expectTypeOf(engine.companies).parameter(0).toEqualTypeOf<string>()
  expectTypeOf<TokenSource['get']>().returns.resolves.toEqualTypeOf<string>()
})

test('an emulator is served and intercepted by its fetch alone', () => {
  expectTypeOf<Emulator['fetch']>().toEqualTypeOf<(request: Request) => Promise<Response>>()
})

declare function host(): Host
declare function oauth(): OAuth
declare function memory(): Parameters<typeof createSyncEngine>[0]['store']
