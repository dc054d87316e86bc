import { describe, expect, test } from 'vitest'
import { type Issue, issueLanguage, issueText } from '../../src/domain/index.ts'

const said = (issue: Omit<Issue, 'severity'>, language: 'en' | 'nl' | 'pt' | 'es' = 'en') =>
  issueText({ severity: 'error', ...issue }, language).text

describe('the text of an issue', () => {
  test('facts are filled in', () => {
    expect(said({ code: 'past_legal_term', details: { days: 9, allowed: 5 } })).toBe(
      'Between the work and the date of the document lie more days than allowed: 9 instead of at most 5.',
    )
    expect(said({ code: 'unknown_material', thing: 'BOMB-9' })).toBe(
      'Moloni has no product with reference BOMB-9.',
    )
  })

  test('a missing fact is a dash', () => {
    expect(said({ code: 'unknown_material' })).toBe('Moloni has no product with reference -.')
  })

  test('a part of the text is left out with the fact that it is about', () => {
    expect(said({ code: 'zero_quantity' })).toBe('A quantity on the work order is zero.')
    expect(said({ code: 'zero_quantity', thing: 'PIPE' })).toBe('A quantity on the work order is zero: PIPE.')
    expect(said({ code: 'mismatch', field: 'net_value', details: { documentId: 4 } })).toBe(
      'The document in Moloni is not as planned. It was not closed by us.',
    )
  })

  test('an unknown code is itself, in every language, whatever it is called', () => {
    for (const language of issueLanguage.options) {
      for (const code of ['something_else', 'constructor', '__proto__', 'toString', ''])
        expect(issueText({ code, severity: 'error' }, language)).toEqual({ text: code, todo: '' })
    }
  })

  test('a fact that looks like a placeholder, a part in brackets or a pattern is printed as it is', () => {
    const thing = '{field} [{max}] $& $1'
    expect(said({ code: 'zero_quantity', thing })).toBe(`A quantity on the work order is zero: ${thing}.`)
    expect(said({ code: 'unknown_material', thing })).toBe(`Moloni has no product with reference ${thing}.`)
  })

  test('a fact of the details does not stand for a field or a thing that is not stated', () => {
    const details = { thing: 'from details', field: 'from details' }
    expect(said({ code: 'unknown_material', details })).toBe('Moloni has no product with reference -.')
  })

  test('names of what every object has are no facts', () => {
    expect(said({ code: 'gave_up', details: { tries: 8, cause: 'constructor' } })).toBe(
      'The export failed too often (tries: 8; last cause: constructor).',
    )
  })
})

describe('facts in the words of the language', () => {
  test.each([
    ['en', 'In the document in Moloni, "total" is 1,234.56 instead of 1,234.55, as'],
    ['nl', 'In het document in Moloni is "totaal" 1.234,56 in plaats van 1.234,55, zoals'],
    ['pt', 'No documento do Moloni, «total» é 1234,56 em vez de 1234,55, como'],
    ['es', 'En el documento de Moloni, «total» es 1234,56 en lugar de 1234,55, como'],
  ] as const)('%s: amounts', (language, beginning) => {
    const details = { expected: 123_455, actual: 123_456 }
    const code = 'other_rounding_method'
    expect(said({ code, field: 'net_value', details }, language)).toContain(beginning)
    expect(said({ code, field: 'totalValue', details }, language)).toContain(beginning)
  })

  test('what is no amount is printed as it is', () => {
    const details = { expected: 123_455, actual: '' }
    expect(said({ code: 'mismatch', field: 'customer_id', details })).toContain(
      '"customer" is  instead of 123455',
    )
  })

  test.each([
    ['en', 'credit note', 'invoice-receipt'],
    ['nl', 'creditfactuur', 'factuur met kwitantie'],
    ['pt', 'nota de crédito', 'fatura-recibo'],
    ['es', 'factura rectificativa', 'factura-recibo'],
  ] as const)('%s: kinds of documents', (language, note, receipt) => {
    const details = { kind: 'creditNote', wanted: 'invoiceReceipt', documentId: 7 }
    const text = said({ code: 'kind_changed', details }, language)
    expect(text).toContain(note)
    expect(text).toContain(receipt)
  })

  test.each([
    ['http_503', 'Moloni reported an error of its own'],
    ['http_404', 'http_404'],
    ['timeout', 'Moloni did not answer in time'],
    ['brand_new', 'brand_new'],
  ])('what failed: %s', (cause, name) => {
    expect(said({ code: 'gave_up', details: { tries: 1, cause } })).toContain(name)
  })

  test.each([
    ['debtorNumber', 'número de cliente'],
    ['debtor_number', 'número de cliente'],
    ['customer.vatNumber', 'cliente: número de contribuinte'],
    ['materials[2].quantity', 'materiais 3: quantidade'],
    ['materials.0.unitPrice', 'materiais 1: preço unitário'],
    ['workPeriods.11', 'períodos de trabalho 12'],
    ['products[0].taxes[1].value', 'linhas 1: impostos 2: valor'],
    ['name, vat', 'nome, número de contribuinte'],
    ['custom field', 'custom field'],
    ['made_up[0].thing_else', 'made_up 1: thing_else'],
    ['constructor', 'constructor'],
    ['', ''],
  ])('field %j', (field, name) => {
    expect(said({ code: 'wrong_value', thing: '5', field }, 'pt')).toBe(
      `O software de ordens de trabalho não aceita o campo «${name}» do registo 5 do Moloni.`,
    )
  })
})
