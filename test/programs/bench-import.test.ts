import { expect, test } from 'vitest'
import { finish } from './program.ts'

const program = 'bench/import.ts'

test('an import that is killed goes on at the page that it had reached, and nothing is missing', async () => {
  const { code, stdout, stderr } = await finish(program, { args: ['--records', '1000', '--json'] })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { import: figures } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
  expect(figures).toMatchObject({ customers: 1000, products: 1000, imported: 2000 })
  const { killedAtPage, resumedAtPage, pages } = figures
  expect(killedAtPage).toBeGreaterThan(0)
  // The page on which it died is read again, and no other.
  expect([killedAtPage, killedAtPage - 1]).toContain(resumedAtPage)
  // Both lists, their empty last pages, the page that was read twice, and what was changed since in the first one.
  expect(pages).toBeLessThanOrEqual(2 * 21 + 2 + 1)
})

test.each(['0', '50', 'many', '1.5'])('--records %s is refused', async (records) => {
  const { code, stdout, stderr } = await finish(program, { args: ['--records', records] })
  expect({ code: code !== 0, stdout }).toEqual({ code: true, stdout: '' })
  expect(stderr).toContain('--records must be')
})
