import { expectNothing, expectRow, expectThat } from '../../expect.ts'
import type { Row } from '../../seen.ts'
import { recordSteps } from './records.ts'
import { closed, type SaleKind } from './sales.ts'
import type { Steps } from './steps.ts'
import type { World } from './world.ts'

/** Longer than a PDF is in the making. */
const WAIT_MS = 20_000

/** Checks of a kind of document through its life. */
export function documentSteps(world: World, { group, create }: SaleKind): Steps {
  const get = (id: unknown) => world.row(group, 'get', id)

  async function printed(): Promise<Row> {
    const { documentId } = await closed(world, group)
    await world.call(group, 'getPdf', documentId)
    world.wait(WAIT_MS)
    return get(documentId)
  }
  return {
    ...recordSteps(world, {
      group,
      id: 'documentId',
      create: () => create(world),
      // Closing is an update too.
      change: () => ({ yourReference: 'WO-2', status: 1 }),
    }),
    async getPdf() {
      expectThat(Boolean((await printed()).pdfExport), 'there is no PDF')
    },
    async getPdfToken() {
      const { documentId, pdfExport } = await printed()
      expectRow(await world.row(group, 'getPdfToken', documentId), { path: pdfExport }, 'the token')
    },
    async sendMail() {
      const { documentId } = await closed(world, group)
      const to = [{ name: 'Rita', email: 'rita@example.com' }]
      await world.call(group, 'sendMail', {
        documents: [documentId],
        mailData: { to, message: 'Here it is.', attachment: true },
      })
      // No read of Moloni Spain shows it: the emulator's own books do.
      expectRow(world.company.mails.at(-1), { documentId, to }, 'the e-mail')
    },
    async nullify() {
      const { documentId } = await closed(world, group)
      await world.call(group, 'nullify', { documentId, nullifiedReason: 'a mistake' })
      expectRow(await get(documentId), { nullified: true }, 'the document')
    },
    async delete() {
      const { documentId } = await world.row(group, 'create', await create(world))
      await world.call(group, 'delete', documentId)
      await expectNothing(() => get(documentId))
    },
  }
}
