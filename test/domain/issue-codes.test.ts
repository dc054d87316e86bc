import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { issueCodes, issueText, issueTexts } from '../../src/domain/index.ts'

const sourceOf = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('issue-texts'))
    .map((path) => readFileSync(new URL(path, new URL(folder, import.meta.url)), 'utf8'))
    .join('\n')
const mappers = sourceOf('../../src/mappers/')

describe('the texts of issues', () => {
  test('no text is left over: every code is given somewhere', () => {
    const everything = sourceOf('../../src/')
    for (const code of issueCodes) expect(everything).toContain(`'${code}'`)
  })

  test('every code that a mapper gives is in the table', () => {
    const given = [...mappers.matchAll(/(?:code: |refuse\(|say\()'([a-z_]+)'/g)].map(([, code]) => code)
    expect(given.length).toBeGreaterThan(20)
    for (const code of given) expect(issueCodes).toContain(code)
  })

  test.each(issueCodes)('%s says what happened and what to do', (code) => {
    const { text, todo } = issueTexts.en[code]
    expect(text).toMatch(/^\S.*[.}]$/)
    expect(todo).toMatch(/^[A-Z].*\.$/)
  })

  test('facts are filled in', () => {
    const late = {
      code: 'past_legal_term',
      severity: 'warning',
      details: { days: 9, allowed: 5 },
    } as const
    expect(issueText(late).text).toBe(
      'The work was done 9 days before the date of the document; 5 are allowed.',
    )
    expect(issueText({ code: 'unknown_material', thing: 'BOMB-9', severity: 'error' }).text).toContain(
      'BOMB-9',
    )
  })

  test('a missing fact is a dash and an unknown code is itself', () => {
    expect(issueText({ code: 'zero_quantity', severity: 'error' }).text).toBe('The quantity of - is zero.')
    expect(issueText({ code: 'something_else', severity: 'error' })).toEqual({
      text: 'something_else',
      todo: '',
    })
  })

  test('a fact that looks like a placeholder or a pattern is printed as it is', () => {
    const thing = '{field} $& $1'
    expect(issueText({ code: 'zero_quantity', thing, severity: 'error' }).text).toBe(
      `The quantity of ${thing} is zero.`,
    )
  })
})
