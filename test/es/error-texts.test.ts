import { describe, expect, it } from 'vitest'
import { record, root, scripted } from './support.ts'

type Wrong = [field: string, msg: string]
const errors = (...list: Wrong[]) => list.map(([field, msg]) => ({ field, msg }))
const creating = (...list: Wrong[]) =>
  scripted([record('customerCreate', null, errors(...list))]).es.customers.create({
    number: '1',
    name: 'x',
    countryId: 70,
    languageId: 2,
  })
const updating = (...list: Wrong[]) =>
  scripted([record('customerUpdate', null, errors(...list))]).es.customers.update({ customerId: 5 })

describe('the texts of Moloni', () => {
  it.each([
    ['vat', 'Invalid VAT inserted', 'tax_number'],
    ['vat', 'A customer with that vat already exists for your company', 'unique'],
    ['number', 'A customer with that number already exists for your company', 'unique'],
    ['zipCode', 'Invalid zip code format', 'postal_code'],
    ['*', 'Name or VAT is required.', 'required'],
    ['exemptionReason', 'Exemption Reason is required', 'required'],
    ['nullifiedReason', 'Nullified reason is required', 'required'],
    ['customerId', 'The customer provided does not exist for this company', 'unknown_record'],
    ['salespersonId', 'That salesperson does not belong to your company', 'unknown_record'],
    ['name', 'Something new', 'unknown'],
  ])('%s: %s is a field that was refused (%s)', async (field, msg, code) => {
    await expect(creating([field, msg])).rejects.toMatchObject({
      name: 'ValidationError',
      code: 'validation',
      fields: [{ rule: 0, code, path: field === '*' ? '' : field, message: msg, parameters: [] }],
    })
  })

  it.each([
    [
      'documentSetId',
      'There is no default document set defined for your company, please add one',
      'default_missing',
    ],
    ['*', 'Number of items is over the allowed limit.', 'limit_reached'],
    ['*', 'Document is in use as a payment in other document', 'in_use'],
    ['*', 'The PDF is not ready yet', 'not_ready'],
    ['documentId', "The file isn't ready", 'not_ready'],
    ['*', 'Something else went wrong', 'refused'],
  ])('%s: %s is an action that was refused (%s)', async (field, msg, code) => {
    await expect(updating([field, msg])).rejects.toMatchObject({
      name: 'RefusedError',
      code,
      message: expect.stringContaining(msg.replace(/\.$/, '')),
    })
  })

  it.each([
    ["You don't have access to this company."],
    ['Expired subscription.'],
    ["You don't have permissions to execute this action."],
  ])('%s is a refusal of access that asks for no other token', async (msg) => {
    for (const field of ['*', 'companyId']) {
      await expect(updating([field, msg], ['vat', 'Invalid VAT inserted'])).rejects.toMatchObject({
        name: 'AuthError',
        code: 'access_refused',
        needsLogin: false,
      })
    }
  })

  it('say which record is missing', async () => {
    const missing = 'The customer provided does not exist for this company'
    await expect(updating(['customerId', missing])).rejects.toMatchObject({ name: 'NotFoundError' })
    await expect(updating(['*', missing])).rejects.toMatchObject({ name: 'NotFoundError' })
    await expect(creating(['*', missing])).rejects.toMatchObject({ name: 'ValidationError' })
    const invoice = { documentId: 1 }
    const { es } = scripted([record('invoiceUpdate', null, errors(['customerId', missing]))])
    await expect(es.invoices.update(invoice)).rejects.toMatchObject({
      name: 'ValidationError',
      fields: [{ path: 'customerId' }],
    })
    const gone = scripted([record('invoice', null, errors(['documentId', missing]))])
    await expect(gone.es.invoices.get(1)).rejects.toMatchObject({ name: 'NotFoundError' })
    const sets = scripted([root('documentSets', { errors: errors(['*', missing]), data: null })])
    await expect(sets.es.documentSets.list()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      name: 'NotFoundError',
    })
  })

  it('come all at once', async () => {
    await expect(
      creating(
        ['vat', 'Invalid VAT inserted'],
        ['*', 'Name or VAT is required.'],
        ['zipCode', 'Invalid zip code format'],
      ),
    ).rejects.toThrow(
      'customerCreate was refused: vat: Invalid VAT inserted; Name or VAT is required; zipCode: Invalid zip code format.',
    )
    const many = Array.from({ length: 8 }, (_, index): Wrong => [`field${index}`, 'No.'])
    await expect(creating(...many)).rejects.toMatchObject({
      message: expect.stringContaining('; and 3 more'),
      fields: { length: 8 },
    })
  })

  it('lose secrets and addresses before they are shown', async () => {
    const said = 'Bearer the-token of https://api.moloni.es/v1 with clientSecret=abc123 is wrong'
    const shown = JSON.stringify(
      await creating(['vat', said], ['x the-token', said]).catch((error: unknown) => error),
    )
    expect(shown).toContain('is wrong')
    for (const secret of ['the-token', 'api.moloni.es', 'abc123']) expect(shown).not.toContain(secret)
  })
})
