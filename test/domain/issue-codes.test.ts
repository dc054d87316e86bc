import { describe, expect, test } from 'vitest'
import { type Issue, issueCodes, issueLanguage, issuePage, issueText } from '../../src/domain/index.ts'
import { givenIssues, sources } from './given-issues.ts'

const languages = issueLanguage.options
const given = givenIssues()

/** Issues whose code is not written beside their facts: where the code comes from, and what is always stated. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  missing_street: ['field', 'thing'],
  missing_postal_code: ['field', 'thing'],
  missing_city: ['field', 'thing'],
  missing_tax_number: ['field', 'thing'],
  unknown_material: ['field', 'thing'],
  unknown_hour_type: ['field', 'thing'],
  unknown_travel_product: ['field', 'thing'],
  refused_by_moloni: ['rule'],
  other_rounding_method: ['field', 'expected', 'actual'],
  invalid_work_order: ['thing', 'field'],
  work_order_too_large: ['thing', 'max'],
  pdf_missing: ['cause'],
  mail_failed: ['cause'],
  refused_by_host: ['thing'],
  host_needs_field: ['thing', 'field'],
  name_conflict: ['thing', 'field'],
  record_refused: ['thing', 'rule'],
  product_of_other_kind: ['thing'],

  unit_not_in_account: ['thing', 'setting'],
  unit_of_other_kind: ['thing', 'setting'],
}

/** A base that others add their facts to. */
const bases = new Set(['refused_by_moloni'])

const values: Readonly<Record<string, string | number>> = {
  tries: 3,
  cause: 'network',
  kind: 'invoice',
  wanted: 'invoiceReceipt',
  expected: 1230,
  actual: 1229,
}

function example(code: string, facts: readonly string[]): Issue {
  const details = facts.filter((name) => name !== 'thing' && name !== 'field')
  return {
    code,
    severity: 'error',
    ...(facts.includes('thing') ? { thing: 'BOMB-9' } : {}),
    ...(facts.includes('field') ? { field: 'net_value' } : {}),
    details: Object.fromEntries(details.map((name) => [name, values[name] ?? `the ${name}`])),
  }
}

describe('codes', () => {
  test('no text is left over: every code is given somewhere', () => {
    const everything = [...sources().values()].join('\n')
    for (const code of issueCodes) expect(everything).toContain(`'${code}'`)
  })

  test('every code that is given has a text', () => {
    expect(given.length).toBeGreaterThan(70)
    for (const { code, path } of given) expect(issueCodes, path).toContain(code)
  })

  test('every code in a table of codes has a text', () => {
    const named = [...sources()].flatMap(([path, text]) =>
      [...text.matchAll(/^ +(\w+): '((?:missing|unknown|invalid)_[a-z_]+)',$/gm)].flatMap(([, name, code]) =>
        name === 'code' || path.startsWith('domain') ? [] : [code],
      ),
    )
    expect(named.length).toBeGreaterThan(5)
    for (const code of named) expect(issueCodes).toContain(code)
  })

  test('the shape of every code is known', () => {
    const known = new Set([...given.map(({ code }) => code), ...Object.keys(elsewhere)])
    expect(issueCodes.filter((code) => !known.has(code))).toEqual([])
  })

  test('a code has one address', () => {
    expect(issuePage('unknown_material')).toBe('docs/problems.md#unknown_material')
    expect(new Set(issueCodes.map(issuePage)).size).toBe(issueCodes.length)
  })
})

describe('what the engine states fills every text', () => {
  const all = [
    ...given.filter(({ code }) => !bases.has(code)),
    ...Object.entries(elsewhere).map(([code, facts]) => ({ code, facts, path: 'a table' })),
  ]
  test.each(languages)('in %s', (language) => {
    for (const { code, facts, path } of all) {
      const { text, todo } = issueText(example(code, facts), language)
      const note = `${code} of ${path}: ${text} ${todo}`
      expect(`${text} ${todo}`, note).not.toMatch(/[[\]{}]|undefined|NaN|"-"|«-»|(^|[ (])-([ ,;:).]|$)/)
      expect(text, note).toMatch(/^["«A-ZÉ].*[.a-z]$/u)
      expect(todo, note).toMatch(/^[A-ZÉ].*\.$/u)
    }
  })
})
