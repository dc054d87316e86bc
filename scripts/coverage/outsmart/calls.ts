import type { OutsmartClient } from '../../../src/adapters/outsmart/index.ts'
import type { OutsmartEmulator } from '../../../src/testing/index.ts'

/** What a scenario plays on. */
export interface Stage {
  readonly client: OutsmartClient
  readonly emulator: OutsmartEmulator
}

/** Calls that are not a plain list or a plain write, by verb and path. Each throws when something is not as it should be. */
export const calls: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async 'GET GetWorkorders'({ client, emulator }) {
    const where = [{ key: 'id', operator: 'gt', value: 0 }] as const
    const complete = await client.workOrders.list({ status: 'Compleet', workstatus: '1', where })
    holds(complete.length > 0, 'work orders are listed')
    holds(
      complete.every(({ id }) => statusOf(emulator, id) === 'Compleet'),
      'a read changes nothing',
    )
    await client.workOrders.listAndHandle({ status: 'Compleet', workstatus: '1', where })
    holds(
      complete.every(({ id }) => statusOf(emulator, id) === 'Afgehandeld'),
      'they are handled',
    )
  },
  async 'GET GetWorkorder'({ client, emulator }) {
    const [row] = emulator.state.workOrders.filter(
      ({ status, WorkorderNo }) => status === 'Compleet' && WorkorderNo,
    )
    if (!row) throw new Error('There is no work order.')
    holds((await client.workOrders.get({ workorder_no: row.WorkorderNo })).id === row.id, 'it is found')
    holds(row.status === 'Compleet', 'a read changes nothing')
    await client.workOrders.handle({ row_id: row.id })
    holds(statusOf(emulator, row.id) === 'Afgehandeld', 'it is handled')
  },
  async 'GET UpdateWorkorder'({ client, emulator }) {
    const row = first(emulator)
    const change = { workdate: '2026-04-01', worktime: '08:30', employee_nr: '102', workstatus: '99' }
    await client.workOrders.update({ row_id: row.id, ...change })
    await client.workOrders.update({ workorder_no: row.WorkorderNo, workstatus: '1' })
    holds(row.WorkDate === '01-04-2026' && row.EmployeeNr === '102', 'it is changed')
  },
  async 'POST UpdateWorkorder'({ client, emulator }) {
    const row = first(emulator)
    const line = { MaterialCode: 'A', MaterialName: 'A', MaterialNr: 2, MaterialPrice: 1.5 }
    await client.workOrders.replaceMaterials({ row_id: row.id, materials: [line] })
    await client.workOrders.addMaterials({ row_id: row.id, materials: [line] })
    holds(row.Materials.length === 2, 'the lines are there')
  },
  async 'GET DeleteEntity'({ client, emulator }) {
    const before = emulator.state.regions.length
    await client.regions.save([{ reg_code: 'to-go' }])
    await client.records.delete({ entity: 'region', key: 'code', value: 'to-go' })
    holds(emulator.state.regions.length === before, 'it is gone')
  },
  async 'PUT invoices'({ client, emulator }) {
    const where = [{ key: 'inv_id', operator: 'eq', value: '1' }] as const
    await client.invoices.update({ where, fields: { inv_reference: 'FT 1' } })
    holds(emulator.state.invoices[0]?.inv_reference === 'FT 1', 'it is changed')
    const both = [...where, { key: 'inv_type', operator: 'eq', value: 'DEBIT' }] as const
    holds((await client.invoices.list({ where: both })).length === 1, 'two conditions hold together')
  },
  async 'PUT quotations'({ client, emulator }) {
    const where = [{ key: 'quo_reference', operator: 'eq', value: 'Q' }] as const
    await client.quotations.update({ where, fields: { quo_number_formatted: 'OF 1' } })
    holds(emulator.state.quotations[0]?.quo_number_formatted === 'OF 1', 'it is changed')
  },
  async 'POST transactions'({ client, emulator }) {
    const [made] = await client.transactions.create([{ int_inv_id: '1', int_amount: 10.5, int_type: 'BANK' }])
    holds(made?.int_amount === 10.5, 'the answer shows the payment')
    holds(emulator.state.invoices[0]?.inv_balance === '10.50', 'the balance of the invoice changes')
  },
  async 'PUT transactions'({ client, emulator }) {
    const [made] = await client.transactions.create([{ int_external_transaction_id: 'x1', int_amount: 1 }])
    const number = made?.int_transaction_id ?? ''
    await client.transactions.update([{ int_transaction_id: number, int_inv_id: '1' }])
    const row = emulator.state.transactions.find((one) => one.int_transaction_id === number)
    holds(row?.int_inv_id === '1', 'it is attached')
  },
  async 'GET numbers'({ client }) {
    holds(/^\d+$/.test(await client.numbers.next({ table: 'relations' })), 'a number comes back')
  },
  async 'POST values'({ client }) {
    await client.values.set({
      val_entity: 'relation',
      val_primary: '1',
      val_column: 'c',
      val_value_1: 'blue',
    })
    const [row] = await client.values.list({ val_entity: 'relation', val_primary: '1' })
    holds(JSON.stringify(row).includes('blue'), 'the value is there')
  },
  async 'GET values'({ client }) {
    await client.values.list({ val_entity: 'relation', val_primary: '1', val_column: 'c' })
  },
  async 'GET objects/changed'({ client }) {
    await client.objects.save([{ obj_code: 'changed-1' }])
    holds((await client.objects.changed()).length > 0, 'the change is shown')
    await client.objects.clearChanged({ obj_code: 'changed-1' })
    holds(
      !(await client.objects.changed()).some(({ obj_code }) => obj_code === 'changed-1'),
      'its mark is cleared',
    )
  },
  async 'GET object_parts/changed'({ client }) {
    await client.objectParts.save([{ opr_obj_code: 'o', opr_prt_code: 'p' }])
    const rows = await client.objectParts.changed({ opr_timestamp_mutate: '2020-01-01 00:00:00' })
    holds(rows.length > 0, 'the change is shown')
  },
  async 'GET warehouse-material'({ client }) {
    const [row] = await client.warehouseMaterials.list({ wsa_article_code: 'A', wsa_wse_code: 'W' })
    holds(row?.wsa_current_amount === 3.5, 'stock is read')
  },
}

export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`It does not hold that ${what}.`)
}

function first({ state }: OutsmartEmulator) {
  const [row] = state.workOrders.filter(({ WorkorderNo }) => WorkorderNo !== '')
  if (!row) throw new Error('There is no work order.')
  return row
}

function statusOf({ state }: OutsmartEmulator, id: string) {
  return state.workOrders.find((row) => row.id === id)?.status
}
