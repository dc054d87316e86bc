import { storeConformance } from 'moloni-sdk/testing'
import { describe, expect, test } from 'vitest'
import { brokenRecords } from './broken/records.ts'
import { brokenScans } from './broken/scans.ts'
import { brokenValues } from './broken/values.ts'

const brokenStores = { ...brokenRecords, ...brokenScans, ...brokenValues }

describe('the suite sees', () => {
  test.each(Object.entries(brokenStores))('%s', async (_name, [check, factory]) => {
    const failed: string[] = []
    for (const { name, run } of storeConformance(factory)) {
      await run().catch((error: unknown) => {
        expect(String(error)).toMatch(/Not conformant|UsageError|does not end/)
        failed.push(name)
      })
    }
    expect(failed).toContain(check)
  })

  test('every check is the one that catches something', () => {
    const caught = new Set(Object.values(brokenStores).map(([check]) => check))
    const names = storeConformance(Object.values(brokenStores)[0]?.[1] ?? expect.fail).map(({ name }) => name)
    expect(names.filter((name) => !caught.has(name))).toEqual([])
  })
})
