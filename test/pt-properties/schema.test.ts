import { expect, it } from 'vitest'
import { lazy, row, text, unwrap } from '../../src/pt/schema.ts'

it('a schema is built at its first use, and once', () => {
  let built = 0
  const schema = lazy(() => {
    built += 1
    return row({ name: text })
  })
  expect(built).toBe(0)
  schema.parse({ name: 'Cabo' })
  expect(unwrap(schema)).toBe(unwrap(schema))
  expect(built).toBe(1)
})
