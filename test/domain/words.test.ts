import { describe, expect, test } from 'vitest'
import { madeKind } from '../../src/domain/document-kind.ts'
import { documentKind, settings as settingsSchema } from '../../src/domain/index.ts'
import { issueText } from '../../src/domain/issue-codes.ts'
import { words as en } from '../../src/domain/issue-texts/en/words.ts'
import { words as es } from '../../src/domain/issue-texts/es/words.ts'
import { words as nl } from '../../src/domain/issue-texts/nl/words.ts'
import { words as pt } from '../../src/domain/issue-texts/pt/words.ts'

const all = Object.entries({ en, nl, pt, es })

describe('names of fields, documents and causes', () => {
  test.each(all)('%s: every name is a word that can be printed', (_, { fields, documents, causes }) => {
    for (const name of Object.values({ ...fields, ...documents, ...causes }))
      expect(name).toMatch(/^[\p{L}][\p{L}'’ -]*$/u)
  })

  test('every kind of document has a name', () => {
    for (const kind of [...madeKind.options, ...documentKind.options])
      expect(en.documents).toHaveProperty(kind)
  })

  test('every field that the import settings can name has a name', () => {
    const { imports } = settingsSchema.shape
    for (const kind of Object.values(imports.unwrap().shape)) {
      const shape = 'unwrap' in kind ? kind.unwrap() : kind
      const required = 'shape' in shape && 'require' in shape.shape ? shape.shape.require : undefined
      if (!required) continue
      for (const field of required.unwrap().element.options) expect(en.fields).toHaveProperty(field)
    }
  })

  test('every field of a difference has a name', () => {
    const differences = ['customer_id', 'document_set_id', 'your_reference', 'our_reference', 'gross_value']
    const others = ['comercial_discount_value', 'taxes_value', 'deduction_value', 'net_value', 'customerId']
    const graphql = [
      'entityNumber',
      'documentSetId',
      'ourReference',
      'grossValue',
      'retentionsValue',
      'totalValue',
    ]
    for (const field of [...differences, ...others, ...graphql]) {
      const issue = {
        code: 'mismatch',
        severity: 'error',
        field,
        details: { expected: 1, actual: 2 },
      } as const
      expect(issueText(issue).text).not.toMatch(/"\w+_\w+"|"[a-z]+[A-Z]\w*"/)
    }
  })
})
