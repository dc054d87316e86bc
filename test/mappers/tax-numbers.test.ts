import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isCompanyTaxNumber,
  isMatchableTaxNumber,
  isValidTaxNumber,
  normaliseTaxNumber,
} from '../../src/mappers/index.ts'

// The rules once more, written from the other end: what is made here must be found valid there.
const PERSON = 'TRWAGMYFPDXBNJZSQVHLCKE'
const ORGANISATION = 'JABCDEFGHI'
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))

function controlDigit(seven: string): number {
  const doubled = '0246813579'
  const [a, b, c, d, e, f, g] = seven.split('')
  const odd = [a, c, e, g].map((digit) => Number(doubled.charAt(Number(digit))))
  const even = [b, d, f].map(Number)
  const total = [...odd, ...even].reduce((sum, value) => sum + value, 0)
  return total % 10 === 0 ? 0 : 10 - (total % 10)
}

const dni = digits(8).map((number) => number + PERSON.charAt(Number(number) % 23))
const nie = fc
  .tuple(fc.constantFrom('X', 'Y', 'Z'), digits(7))
  .map(([first, number]) => first + number + PERSON.charAt(Number(`${'XYZ'.indexOf(first)}${number}`) % 23))
const special = fc
  .tuple(fc.constantFrom('K', 'L', 'M'), digits(7))
  .map(([first, number]) => first + number + PERSON.charAt(Number(number) % 23))
const cif = fc.tuple(fc.constantFrom(...'ABCDEFGHJNPQRSUVW'), digits(7)).map(([kind, number]) => {
  const control = controlDigit(number)
  const letter = 'NPQRSW'.includes(kind) || (number.startsWith('00') && 'ABEH'.includes(kind))
  return kind + number + (letter ? ORGANISATION.charAt(control) : control)
})

describe('Spanish tax numbers', () => {
  test.each([
    ['DNI', '00000001R'],
    ['DNI', '12345678Z'],
    ['NIE', 'X0000000T'],
    ['NIE', 'Z1234567R'],
    ['special', 'K0000001R'],
    ['special, with the control of organisations', 'K0000001H'],
    ['company', 'B12345674'],
    ['public body', 'Q1234567D'],
    ['association with a digit', 'G12345674'],
    ['association with a letter', 'G1234567D'],
    ['not resident', 'A0012345E'],
    ['with prefix and dots', 'ES-B.123.456.74'],
    ['in small letters', '12345678z'],
  ])('%s: %s is valid', (_, text) => expect(isValidTaxNumber(text, 'ES')).toBe(true))

  test.each([
    ['wrong letter', '12345678A'],
    ['letter that is never used', '12345678I'],
    ['wrong control', 'B12345675'],
    ['letter where a company has a digit', 'B1234567D'],
    ['digit where a public body has a letter', 'Q12345674'],
    ['digit where a foreigner has a letter', 'X00000000'],
    ['unknown kind', 'I12345674'],
    ['too short', '1234567Z'],
    ['too long', '123456789Z'],
    ['Portuguese', '503504564'],
    ['the final consumer of Portugal', '999999990'],
    ['prefix of another country', 'PT12345678Z'],
    ['prefix only', 'ES'],
    ['empty', ' '],
    ['none', undefined],
  ])('%s: %s is not', (_, text) => expect(isValidTaxNumber(text, 'ES')).toBe(false))

  test('whatever is made by the rule is valid, with and without its prefix', () => {
    fc.assert(
      fc.property(fc.oneof(dni, nie, special, cif), (number) => {
        expect(isValidTaxNumber(number, 'ES')).toBe(true)
        expect(normaliseTaxNumber(`es ${number.toLowerCase()}`)).toBe(number)
      }),
      { numRuns: 1_000 },
    )
  })

  test('one other digit is always noticed in numbers of persons', () => {
    const at = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(fc.oneof(dni, nie), at, fc.integer({ min: 1, max: 9 }), (number, position, shift) => {
        const index = position + 1
        const other = (Number(number.charAt(index)) + shift) % 10
        const wrong = number.slice(0, index) + other + number.slice(index + 1)
        expect(isValidTaxNumber(wrong, 'ES')).toBe(false)
      }),
    )
  })

  test('one other digit is always noticed in numbers of organisations', () => {
    const at = fc.integer({ min: 1, max: 7 })
    fc.assert(
      fc.property(cif, at, fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
        const other = (Number(number.charAt(index)) + shift) % 10
        const wrong = number.slice(0, index) + other + number.slice(index + 1)
        expect(isValidTaxNumber(wrong, 'ES')).toBe(false)
      }),
    )
  })

  test('organisations and persons are told apart', () => {
    fc.assert(
      fc.property(cif, fc.oneof(dni, nie, special), (organisation, person) => {
        expect(isCompanyTaxNumber(organisation, 'ES')).toBe(true)
        expect(isCompanyTaxNumber(person, 'ES')).toBe(false)
      }),
    )
  })
})

describe('by country', () => {
  test('the rule is that of the country, and of its zones', () => {
    expect(isValidTaxNumber('503504564', 'PT')).toBe(true)
    expect(isValidTaxNumber('503504564', 'PT-AC')).toBe(true)
    expect(isValidTaxNumber('503504564', 'ES')).toBe(false)
    expect(isValidTaxNumber('B12345674', 'es')).toBe(true)
    expect(isValidTaxNumber('B12345674', 'ES-CN')).toBe(true)
    expect(isValidTaxNumber('B12345674', 'PT')).toBe(false)
  })

  test('numbers of other countries are not judged, and nobody is taken for a company there', () => {
    for (const country of ['FR', 'constructor', '__proto__']) {
      expect(isValidTaxNumber('FR12345678901', country)).toBe(true)
      expect(isValidTaxNumber('', country)).toBe(false)
      expect(isCompanyTaxNumber('FR12345678901', country)).toBe(false)
    }
  })

  test('no company is one in another country, and the final consumer nowhere', () => {
    expect(isCompanyTaxNumber('503504564', 'PT')).toBe(true)
    expect(isCompanyTaxNumber('503504564', 'ES')).toBe(false)
    expect(isCompanyTaxNumber('B12345674', 'PT')).toBe(false)
    expect(isCompanyTaxNumber('999999990', 'PT')).toBe(false)
  })

  test('a Spanish number is a key, with and without its prefix the same', () => {
    expect(isMatchableTaxNumber('ES12345678Z')).toBe(true)
    expect(normaliseTaxNumber('ES12345678Z')).toBe(normaliseTaxNumber('12345678-z'))
  })

  test('what only begins like a prefix stays', () => {
    for (const text of ['ESPAÑA', 'ES1', 'ES503504564', 'PT1234', 'ESX1234567'])
      expect(normaliseTaxNumber(text)).toBe(text)
  })
})
