import { describe, expect, test } from 'vitest'
import { issueCodes, issueLanguage, issueTexts } from '../../src/domain/index.ts'
import { placesIn } from '../../src/domain/text-template.ts'

const others = issueLanguage.options.filter((language) => language !== 'en')
const everyText = issueLanguage.options.flatMap((language) =>
  issueCodes.flatMap((code) =>
    Object.values(issueTexts[language][code]).map((text) => [language, code, text] as const),
  ),
)

/** The parts in brackets, as the names that are in them. */
const optional = (text: string) => [...text.matchAll(/\[[^\]]*\]/g)].map(([part]) => placesIn(part).sort())

describe.each(others)('texts in %s', (language) => {
  test.each(issueCodes)('%s has the same facts as in English', (code) => {
    for (const part of ['text', 'todo'] as const) {
      const [own, english] = [issueTexts[language][code][part], issueTexts.en[code][part]]
      expect(placesIn(own).sort(), own).toEqual(placesIn(english).sort())
      expect(optional(own), own).toEqual(optional(english))
    }
  })

  test('nothing was left in English', () => {
    const english = new Set<string>(issueCodes.flatMap((code) => Object.values(issueTexts.en[code])))
    const left = issueCodes.flatMap((code) =>
      Object.values(issueTexts[language][code]).filter((text) => english.has(text)),
    )
    expect(left).toEqual([])
    const words = /\b(the|and|not|with|customer|work order|settings|invoice|draft|products|which)\b/i
    for (const code of issueCodes)
      for (const text of Object.values(issueTexts[language][code])) expect(bare(text)).not.toMatch(words)
  })

  test('two codes do not say the same', () => {
    const texts = issueCodes.map((code) => issueTexts[language][code].text)
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
  })
})

/** A text without the names of facts, which are English. */
const bare = (text: string) => text.replace(/\{\w+\}/g, 'X')

describe('every text', () => {
  test('says what happened and what to do in whole sentences', () => {
    for (const [language, code, text] of everyText)
      expect(text, `${language} ${code}`).toMatch(/^["«A-ZÉ{].*(\.|: \{rule\})$/u)
  })

  test('what to do states no fact, so a group shares it', () => {
    for (const language of issueLanguage.options)
      for (const code of issueCodes) expect(placesIn(issueTexts[language][code].todo)).toEqual([])
  })

  test('brackets and braces are closed and not nested', () => {
    for (const [language, code, text] of everyText) {
      const left = text.replace(/\{\w+\}/g, '').replace(/\[[^[\]]*\]/g, '')
      expect(left, `${language} ${code}`).not.toMatch(/[[\]{}]/)
    }
  })

  test('every part in brackets is about a fact', () => {
    for (const [language, code, text] of everyText)
      for (const names of optional(text)) expect(names.length, `${language} ${code}`).toBeGreaterThan(0)
  })

  test('no secret, no address, no name of a person or of a function', () => {
    for (const [language, code, text] of everyText)
      expect(bare(text), `${language} ${code}`).not.toMatch(
        /https?:|www\.|@|token|secret|password|\(\)|\b[a-z]+_[a-z]+\b|\b[a-z]+[A-Z]\w*/,
      )
  })

  test('one typography: no double blanks, no blank before a comma or full stop, quotes of the language', () => {
    for (const [language, code, text] of everyText) {
      expect(text, `${language} ${code}`).not.toMatch(/ {2}| [.,;:]|\.\./)
      const foreign = language === 'en' || language === 'nl' ? /[«»]/ : /"/
      expect(text, `${language} ${code}`).not.toMatch(foreign)
    }
  })
})

describe('the words of the trade', () => {
  const all = (language: 'nl' | 'pt' | 'es') =>
    issueCodes.flatMap((code) => Object.values(issueTexts[language][code])).join('\n')

  test('Dutch', () => {
    for (const word of ['werkbon', 'factuur', 'reeks', 'vrijstelling', 'creditfactuur', 'inhouding', 'btw'])
      expect(all('nl')).toContain(word)
    expect(all('nl')).not.toMatch(/werkorder|werkopdracht|BTW|draft/)
  })

  test('Portuguese of Portugal', () => {
    for (const word of [
      'ordem de trabalho',
      'fatura',
      'série de documentos',
      'isenção',
      'nota de crédito',
      'retenção',
      'rascunho',
    ])
      expect(all('pt')).toContain(word)
    expect(all('pt')).not.toMatch(
      /\bvocê|folha de obra|usuári|arquivo|registro|factura|cadastr|planilha|\bCEP\b|CNPJ/,
    )
  })

  test('Spanish of Spain', () => {
    for (const word of [
      'parte de trabajo',
      'factura',
      'serie',
      'exención',
      'rectificativa',
      'retención',
      'NIF',
    ])
      expect(all('es')).toContain(word)
    expect(all('es')).not.toMatch(/\bustedes\b|\bvos\b|nota de crédito|orden de trabajo|albarán|ordenador/)
  })
})
