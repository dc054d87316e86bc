import { describe, expect, test } from 'vitest'
import { issueLanguage, type WarningCode, warningText } from '../../src/domain/index.ts'

const facts: Readonly<Record<WarningCode, Readonly<Record<string, string | number>>>> = {
  needs_login: {},
  login_lapses: { days: 1 },
  never_ran: {},
  last_run_failed: { reasons: 'REASONS.' },
  last_run_partial: { reasons: 'REASONS.' },
  webhooks_refused: { changes: 'Customer update' },
  service_sheets_not_offered: { names: 'Folha de Serviço' },
}
const codes = Object.keys(facts) as WarningCode[]

describe.each(issueLanguage.options)('warnings in %s', (language) => {
  test.each(codes)('%s has every fact, and no other', (code) => {
    const text = warningText(code, facts[code], language)
    expect(text).toMatch(/^\p{Lu}.*\.$/u)
    for (const fact of Object.values(facts[code])) expect(text).toContain(String(fact))
    expect(text).not.toMatch(/[{}[\]]|undefined| - |-\./)
  })

  test('they are in the language', () => {
    const texts = codes.map((code) => warningText(code, facts[code], language))
    expect(new Set(texts).size).toBe(codes.length)
    if (language !== 'en')
      for (const text of texts) expect(text).not.toMatch(/\b(the|and|login|has|run yet)\b/i)
  })
})
