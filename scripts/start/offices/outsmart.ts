import { createOutsmartClient, outsmartHost } from 'moloni-sdk/outsmart'
import { createOutsmartEmulator, type OutsmartState, serve } from 'moloni-sdk/testing'
import type { OpenOffice, OutsmartBooks } from './office.ts'
import { completedRow } from './outsmart-row.ts'

/** An account at an emulated OutSmart that nobody has filled yet, over real HTTP on the loopback. */
export const outsmartOffice: OpenOffice = async (store, saved) => {
  const emulator = createOutsmartEmulator(saved === undefined ? {} : { state: JSON.parse(saved) })
  const { url, close } = await serve(emulator)
  const { state, credentials } = emulator
  // The loopback needs no sparing.
  const client = createOutsmartClient({ ...credentials, baseUrl: url, budget: false })
  return {
    host: outsmartHost({ client, store, settings: { materials: { gone: 'delete' } } }),
    place: `Emulated OutSmart on ${url}`,
    addWorkOrders(workOrders) {
      for (const workOrder of workOrders) {
        state.workOrders.push(completedRow(workOrder, `${state.nextId}`))
        state.nextId += 1
      }
    },
    relation(number) {
      const row = state.relations.find(({ debtor_number }) => debtor_number === number)
      return row && row.active !== '0' ? { name: `${row.name}`, city: `${row.city}` } : undefined
    },
    material(code) {
      const row = state.materials.find((one) => one.code === code)
      return row && { description: `${row.description}` }
    },
    held: () => JSON.stringify([state.relations, state.materials, state.hourTypes]),
    books: () => booksOf(state),
    save: () => JSON.stringify(state),
    close,
  }
}

function booksOf(state: OutsmartState): OutsmartBooks {
  const { relations, materials, categories, hourTypes, employees, workOrders } = state
  const times = workOrders.map(
    ({ StatusChanges }) => StatusChanges.filter(({ status }) => status === 'Afgehandeld').length,
  )
  const complete = workOrders.filter(({ status }) => status === 'Compleet')
  const failed = complete.filter(({ WorkStatus }) => WorkStatus === '99')
  return {
    relations: relations.length,
    materials: materials.length,
    categories: categories.length,
    hourTypes: hourTypes.length,
    employees: employees.length,
    workOrders: {
      acknowledged: workOrders.filter(({ status }) => status === 'Afgehandeld').length,
      acknowledgedAgain: times.filter((count) => count > 1).length,
      failed: failed.length,
      open: complete.length - failed.length,
    },
  }
}
