import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { outsmartCoverage } from '../../scripts/coverage/outsmart/coverage.ts'

const file = fileURLToPath(new URL('../../../shared/reference/outsmart/api.json', import.meta.url))
const missing = existsSync(file) ? false : `there is no reference at ${file}`
if (missing) console.warn(`Skipped: ${missing}.`)

test.skipIf(missing)(
  'every endpoint of the reference is typed, and called wherever it has a path',
  async () => {
    expect(await outsmartCoverage(file)).toEqual({
      endpoints: 95,
      typed: 95,
      called: 94,
      withoutPath: ['GET warehouseTransaction'],
      missing: [],
    })
  },
)

test('without a reference it says what to do', async () => {
  await expect(outsmartCoverage('/nowhere/api.json')).rejects.toThrow('/nowhere/api.json')
})
