import { describe, test } from 'vitest'
import { memoryHost } from '../../src/sync/index.ts'
import { hostConformance } from '../../src/testing/index.ts'
import { hostRig } from './host-rig.ts'

describe('the memory host keeps every rule', () => {
  for (const { name, run } of hostConformance(() => memoryHost())) test(name, run)
})

describe('OutSmart as a host keeps every rule', () => {
  for (const { name, run } of hostConformance(() => hostRig())) test(name, run)
})
