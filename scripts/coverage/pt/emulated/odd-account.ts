import { RefusedError } from '../../../../src/errors/index.ts'
import { expectRow, expectThat } from '../../expect.ts'
import { isRow } from '../../seen.ts'
import { readRow, readRows } from './furnish.ts'
import type { Scenarios } from './scenario.ts'
import type { World } from './world.ts'

/** Users, companies and series. */
export const accountScenarios: Scenarios = {
  'users/getMe': async (world) => {
    const me = await readRow(world, 'users/getMe')
    const all = await readRows(world, 'users/getAll')
    expectThat(
      all.some(({ user_id }) => user_id === me.user_id),
      'getAll does not show the user',
    )
  },
  'users/updateMe': async (world) => {
    const { sent } = await world.send('users/updateMe')
    expectRow(await readRow(world, 'users/getMe'), sent, 'getMe')
  },
  'users/recoverPassword': async (world) => {
    const { email } = await readRow(world, 'users/getMe')
    await world.send('users/recoverPassword', { email })
    await expectRefusal(() => world.send('users/recoverPassword', { email: 'nobody@example.com' }))
  },
  'users/signUp': async (world) => {
    const slug = 'obras-do-vale'
    const { sent, answer } = await world.send('users/signUp', { slug, email: 'rita@example.com' })
    expectRow(await readRow(world, 'companies/freeSlug', { slug }), { valid: 0 }, 'freeSlug')
    const made = isRow(answer) ? world.state.companies[Number(answer.company_id)] : undefined
    expectRow(made?.info, { name: sent.company, vat: sent.vat }, 'the company')
  },
  'companies/freeSlug': async (world) => {
    const slug = 'pedreiros-do-norte'
    expectRow(await readRow(world, 'companies/freeSlug', { slug }), { valid: 1 }, 'a free one')
    await world.send('users/signUp', { slug, email: 'rita@example.com' })
    expectRow(await readRow(world, 'companies/freeSlug', { slug }), { valid: 0 }, 'a taken one')
  },
  'subscription/getOne': async (world) => {
    const subscription = await readRow(world, 'subscription/getOne')
    expectRow(subscription, { company_id: world.company.company_id }, 'the subscription')
  },
  'documentSets/ATInsertCode': async (world) => {
    const { answer } = await world.send('documentSets/insert')
    const document_set_id = isRow(answer) ? Number(answer.document_set_id) : 0
    const code = { document_set_id, document_type_id: 1, document_set_at_code: 'JFF2X8W9' }
    await world.send('documentSets/ATInsertCode', { ...code, initial_num: 1, initial_date: '2026-03-02' })
    const codes = JSON.stringify(await codesOf(world, document_set_id))
    expectThat(codes.includes(code.document_set_at_code), 'the series does not show its code')
  },
  'documentSets/ATInsertCodeBulk': async (world) => {
    world.company.automaticCommunication = true
    const { answer } = await world.send('documentSets/insert')
    const document_set_id = isRow(answer) ? Number(answer.document_set_id) : 0
    await world.call('documentSets/ATInsertCodeBulk', { document_set_id: [document_set_id] })
    expectThat((await codesOf(world, document_set_id)).length > 0, 'the series shows no code')
  },
}

async function codesOf(world: World, document_set_id: number): Promise<readonly unknown[]> {
  const sets = await readRows(world, 'documentSets/getAll')
  const codes = sets.find((row) => row.document_set_id === document_set_id)?.document_set_at_codes
  return Array.isArray(codes) ? codes : []
}

/** Fails unless the call is refused. */
async function expectRefusal(call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (error instanceof RefusedError) return
    throw error
  }
  throw new Error('was not refused')
}
