import { intervalScheduler } from 'moloni-sdk'
import { schedulerConformance } from 'moloni-sdk/testing'
import { describe, test } from 'vitest'

describe.concurrent('the interval scheduler keeps every rule', { timeout: 60_000 }, () => {
  for (const { name, run } of schedulerConformance(() => intervalScheduler())) test(name, run)
})
