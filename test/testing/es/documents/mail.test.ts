import { describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { office } from './office.ts'

async function post(options: Parameters<typeof office>[0] = {}) {
  const world = await office(options)
  const send = async (documents: (number | null)[], mailData?: unknown, code = 'invoice') =>
    at(
      await world.call(
        `mutation ${code}SendMail($companyId: Int!,$documents: [Int]!,$mailData: MailData) { ${code}SendMail(companyId: $companyId,documents: $documents,mailData: $mailData) }`,
        { documents, ...(mailData === undefined ? {} : { mailData }) },
      ),
      `data.${code}SendMail`,
    )
  return { ...world, send }
}

const to = { name: 'Ana Gil', email: 'ana@example.com' }

describe('an e-mail', () => {
  it('is remembered, with one person in place of a list', async () => {
    const { closed, send, company, one } = await post()
    const documentId = await closed('invoice')
    expect(await send([documentId], { to, message: '', attachment: true })).toBe(true)
    expect(company.mails).toMatchObject([
      {
        documentId,
        to: [to],
        cc: [],
        bcc: [],
        message: '',
        attachment: true,
        createdAt: '2026-03-02T09:00:00.000Z',
      },
    ])
    expect(await one('invoice', documentId, 'emailsCount')).toEqual({ emailsCount: 1 })
  })

  it('goes to several people, for several documents', async () => {
    const { closed, send, company } = await post()
    const ids = [await closed('invoice'), await closed('invoice')]
    const others = [to, { email: 'luis@example.com' }]
    expect(await send(ids, { to: others, cc: others, bcc: to })).toBe(true)
    expect(company.mails.map(({ documentId }) => documentId)).toEqual(ids)
    expect(new Set(company.mails.map(({ deliveryId }) => deliveryId)).size).toBe(1)
    expect(company.mails[0]?.cc).toHaveLength(2)
  })

  it('goes to the customer when nobody is named', async () => {
    const { closed, send, company } = await post()
    expect(await send([await closed('invoice')])).toBe(true)
    expect(company.mails[0]?.to).toEqual([{ email: '77@example.com', name: 'Talleres Nogal' }])
  })

  it('is refused for drafts, unknown documents, other kinds and none, and with bad addresses', async () => {
    const { made, closed, send, company } = await post()
    const documentId = await closed('invoice')
    expect(await send([documentId, await made('invoice')], { to })).toBe(false)
    expect(await send([documentId, 4], { to })).toBe(false)
    expect(await send([null], { to })).toBe(false)
    expect(await send([documentId], { to }, 'estimate')).toBe(false)
    expect(await send([], { to })).toBe(false)
    expect(await send([documentId], { to: { email: 'ana', name: 'Ana' } })).toBe(false)
    expect(await send([documentId], { to, cc: { email: '' } })).toBe(false)
    const customer = company.customers.find(({ number }) => number === '77')
    Object.assign(customer ?? {}, { email: '' })
    expect(await send([documentId])).toBe(false)
    expect(company.mails).toEqual([])
  })

  it('is a validation error when the plug-in writes the argument’s name as its value', async () => {
    const { call } = await post()
    const answer = await call(
      'mutation billsOfLadingSendMail($companyId: Int!,$documents: [Int]!,$mailData: MailData) { billsOfLadingSendMail(companyId: companyId,documents: $documents,mailData: $mailData) }',
      { documents: [1] },
    )
    expect(at(answer, 'errors.0.message')).toBe('Int cannot represent non-integer value: companyId')
  })

  it('shows in the history, with its recipients', async () => {
    const { closed, send, call } = await post({ platform: 'on' })
    const documentId = await closed('invoice')
    await send([documentId], { to, cc: { email: 'luis@example.com' }, message: 'Hi' })
    const history = await call(
      'query ($companyId: Int!, $documentId: Int!) { invoiceMailsHistory(companyId: $companyId, documentId: $documentId) { errors { msg } data { email content deliveryId } options { pagination { count } } } }',
      { documentId },
    )
    expect(at(history, 'data.invoiceMailsHistory')).toMatchObject({
      errors: [],
      data: [{ email: 'ana@example.com', content: 'Hi' }],
      options: { pagination: { count: 1 } },
    })
    const recipients = await call(
      'query ($companyId: Int!, $deliveryId: String!) { invoiceMailRecipients(companyId: $companyId, deliveryId: $deliveryId) { data { email name } } }',
      { deliveryId: at(history, 'data.invoiceMailsHistory.data.0.deliveryId') },
    )
    expect(at(recipients, 'data.invoiceMailRecipients.data')).toEqual([
      { email: 'ana@example.com', name: 'Ana Gil' },
      { email: 'luis@example.com', name: '' },
    ])
  })
})
