import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupText, isReleasedTogether, issueCodes, issueLanguage } from '../../src/domain/index.ts'

const languages = issueLanguage.options
const waiting = (count: number, patch: { kind?: string; code?: string; thing?: string } = {}) => ({
  kind: 'workOrder',
  code: 'unknown_material',
  thing: 'BOMB-9',
  count,
  ...patch,
})

describe('what a group of problems says', () => {
  test.each([
    ['en', '1 work order waits for product BOMB-9.'],
    ['nl', '1 werkbon wacht op artikel BOMB-9.'],
    ['pt', '1 ordem de trabalho aguarda o artigo BOMB-9.'],
    ['es', '1 parte de trabajo espera el artículo BOMB-9.'],
  ] as const)('%s: one', (language, text) => {
    expect(groupText(waiting(1), language)).toBe(text)
  })

  test.each([
    ['en', '17 work orders wait for product BOMB-9. One correction releases all of them.'],
    ['nl', '17 werkbonnen wachten op artikel BOMB-9. Eén verbetering maakt ze allemaal vrij.'],
    ['pt', '17 ordens de trabalho aguardam o artigo BOMB-9. Uma só correção resolve todos os casos.'],
    ['es', '17 partes de trabajo esperan el artículo BOMB-9. Una sola corrección resuelve todos los casos.'],
  ] as const)('%s: several', (language, text) => {
    expect(groupText(waiting(17), language)).toBe(text)
  })

  test.each([
    ['en', '1,234 work orders wait for a decision about their documents in Moloni. Each has to be'],
    ['nl', '1.234 werkbonnen wachten op een beslissing over hun documenten in Moloni. Elk geval moet'],
    ['pt', '1234 ordens de trabalho aguardam uma decisão sobre os documentos no Moloni. Cada caso tem'],
    ['es', '1234 partes de trabajo esperan una decisión sobre sus documentos en Moloni. Cada caso debe'],
  ] as const)('%s: where each needs a decision of its own', (language, beginning) => {
    expect(groupText(waiting(1234, { code: 'mismatch' }), language)).toContain(beginning)
  })

  test.each([
    ['customers', '2 klanten wachten op overname.'],
    ['products', '2 artikelen wachten op overname.'],
    ['categories', '2 categorieën wachten op overname.'],
    ['users', '2 gebruikers wachten op overname.'],
    ['somethingElse', '2 gegevens wachten op overname.'],
    ['constructor', '2 gegevens wachten op overname.'],
  ])('records of %s wait to be carried over, each by itself', (kind, text) => {
    for (const code of ['unreadable_row', 'too_long', 'unknown_material', 'postal_code_missing'])
      expect(groupText(waiting(2, { kind, code }), 'nl')).toBe(`${text} Elk geval moet apart worden bekeken.`)
  })

  test('a thing that looks like a placeholder is printed as it is', () => {
    const thing = '{who} [{thing}] $&'
    expect(groupText(waiting(1, { thing }))).toBe(`1 work order waits for product ${thing}.`)
  })

  test('a code that is not ours is a correction of each', () => {
    expect(groupText(waiting(2, { code: 'brand_new' }))).toBe(
      '2 work orders wait to be corrected. Each has to be looked at by itself.',
    )
    expect(isReleasedTogether({ kind: 'workOrder', code: 'constructor' })).toBe(false)
  })

  test('whatever the code, kind, thing and number: a sentence without holes', () => {
    const code = fc.oneof(fc.constantFrom(...issueCodes), fc.string())
    const kind = fc.oneof(fc.constantFrom('workOrder', 'customers', 'products', 'users'), fc.string())
    fc.assert(
      fc.property(
        code,
        kind,
        fc.integer({ min: 1, max: 3_000_000 }),
        fc.constantFrom(...languages),
        (code, kind, count, language) => {
          const text = groupText({ kind, code, thing: 'X', count }, language)
          expect(text).toMatch(/^\d[\d.,\u00a0]* \p{L}.*\.$/u)
          expect(text).not.toMatch(/[{}[\]]|undefined| {2}/)
          expect(/\. \p{L}/u.test(text)).toBe(count > 1)
        },
      ),
      { seed: 5, numRuns: 500 },
    )
  })
})

describe('whether one correction releases all', () => {
  test.each([
    ['unknown_material', true],
    ['unknown_relation', true],
    ['missing_address', true],
    ['unknown_vat_code', true],
    ['no_document_set', true],
    ['no_payment_method', true],
    ['gave_up', true],
    ['mismatch', false],
    ['twin_documents', false],
    ['nothing_to_bill', false],
    ['missing_material_code', false],
    ['refused_by_moloni', false],
    ['corrected_after_close', false],
  ])('%s: %s', (code, together) => {
    expect(isReleasedTogether({ kind: 'workOrder', code })).toBe(together)
  })

  test('records never: each is corrected by itself', () => {
    for (const code of issueCodes) expect(isReleasedTogether({ kind: 'customers', code })).toBe(false)
  })
})
