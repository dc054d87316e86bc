import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemsPage } from '../../scripts/problems-page.ts'

test('the page on problems lists every code with its texts', () => {
  const page = readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8')
  expect(page, 'run `npm run docs:problems`').toBe(problemsPage())
})
