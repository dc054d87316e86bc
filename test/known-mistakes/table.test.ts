import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { defects2018, type KnownMistake, pitfalls } from './table.ts'

const folder = new URL('../', import.meta.url)

/** The function at the head of a chain such as `test.each(rows)`. */
function headOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return headOf(node.expression)
  return ts.isTaggedTemplateExpression(node) ? headOf(node.tag) : ''
}

/** Titles of the tests in a source text, as they are written. */
function titlesIn(source: string): string[] {
  const titles: string[] = []
  const visit = (node: ts.Node): void => {
    const [title] = ts.isCallExpression(node) ? node.arguments : []
    if (title && ts.isCallExpression(node) && ['test', 'it'].includes(headOf(node))) {
      if (ts.isStringLiteralLike(title)) titles.push(title.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('test.ts', source, ts.ScriptTarget.Latest))
  return titles
}

const written = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .flatMap((path) =>
      titlesIn(readFileSync(new URL(path, folder), 'utf8')).map((title) => `${path}: ${title}`),
    ),
)

test('titles are read from the source, and only those of tests', () => {
  const source = "describe('a', () => { test.each([1])('b %i', () => {}); it('c', () => {}); log('d') })"
  expect(titlesIn(source)).toEqual(['b %i', 'c'])
})

describe.each([
  ['defects of 2018', defects2018, 17],
  ['pitfalls', pitfalls, 65],
] satisfies [string, Readonly<Record<number, KnownMistake>>, number][])('the %s', (_name, list, count) => {
  test('are all there', () => {
    expect(Object.keys(list)).toEqual(Array.from({ length: count }, (_, index) => String(index + 1)))
  })

  test.each(Object.entries(list))('%s is shown by tests that exist', (_number, mistake) => {
    expect(mistake.tests.filter((name) => !written.has(name))).toEqual([])
    expect(mistake.tests).not.toEqual([])
  })
})
