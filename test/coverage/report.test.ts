import { expect, it } from 'vitest'
import type { Part } from '../../scripts/coverage/part.ts'
import { report } from '../../scripts/coverage/report.ts'

const part = (title: string, missing: readonly string[] = []): Part => ({
  title,
  figures: { methods: 3, missing },
  summary: `table of ${title}`,
  missing,
  notes: [`note of ${title}`],
})
const silent = { missing: false }

it('has one object for each API, and a table for a person', () => {
  const { lines, figures, complete } = report({ one: part('One'), two: part('Two') }, silent)
  expect(figures).toEqual({ one: { methods: 3, missing: [] }, two: { methods: 3, missing: [] } })
  expect(lines).toEqual(['One', 'table of One', 'note of One', '', 'Two', 'table of Two', 'note of Two', ''])
  expect(complete).toBe(true)
})

it('is not complete where something is missing, and says so when asked', () => {
  const parts = { one: part('One'), two: part('Two', ['two/get: the method']) }
  expect(report(parts, silent)).toMatchObject({ complete: false })
  expect(report(parts, silent).lines.at(-1)).toContain('--missing')
  expect(report(parts, silent).lines).not.toContain('two/get: the method')
  expect(report(parts, { missing: true }).lines).toContain('two/get: the method')
})

it('tells of what could not be compared, and has no figures of it', () => {
  const { lines, figures, complete } = report({ one: part('One'), two: 'There is no reference.' }, silent)
  expect(Object.keys(figures)).toEqual(['one'])
  expect(lines).toContain('two: not compared. There is no reference.')
  expect(complete).toBe(true)
})
