import { pathToFileURL } from 'node:url'
import type { endpoints } from '../../src/pt/groups/index.ts'
import { median } from './median.ts'
import { sampleOf } from './sample.ts'

type Tables = typeof endpoints
type Endpoint = { [G in keyof Tables]: Tables[G][keyof Tables[G]] }[keyof Tables]

const TRIALS = 3

/** What building the schemas of a method costs, in milliseconds. */
export interface SchemaCost {
  readonly methods: number
  readonly minMs: number
  readonly medianMs: number
  readonly maxMs: number
  /** The method that costs most. */
  readonly slowest: string
}

/**
 * Each method in an instance of the library that has built nothing yet: the first reading of its parameters and its
 * answer, less the second; the best of a few trials, because the machine does other things too.
 */
export async function schemaCost(file: string): Promise<SchemaCost> {
  const url = pathToFileURL(file).href
  const methods = Object.entries(await tablesOf(url)).flatMap(([group, table]) =>
    Object.keys(table).map((method) => ({ group, method })),
  )
  const costs: { name: string; ms: number }[] = []
  for (const { group, method } of methods) {
    const trials: number[] = []
    for (let trial = 0; trial < TRIALS; trial++) {
      const fresh = await tablesOf(`${url}?${group}/${method}/${trial}`)
      const endpoint = fresh[group]?.[method]
      if (endpoint) trials.push(timed(endpoint) - timed(endpoint))
    }
    costs.push({ name: `${group}/${method}`, ms: Math.max(0, Math.min(...trials)) })
  }
  const sorted = costs.toSorted((a, b) => a.ms - b.ms)
  return {
    methods: sorted.length,
    minMs: sorted[0]?.ms ?? 0,
    medianMs: median(sorted.map(({ ms }) => ms)),
    maxMs: sorted.at(-1)?.ms ?? 0,
    slowest: sorted.at(-1)?.name ?? '',
  }
}

async function tablesOf(url: string): Promise<Record<string, Record<string, Endpoint>>> {
  const module: { endpoints: Record<string, Record<string, Endpoint>> } = await import(url)
  return module.endpoints
}

function timed({ params, answer }: Endpoint): number {
  const start = performance.now()
  for (const schema of [params, answer.row]) schema.safeParse(sampleOf(schema))
  return performance.now() - start
}
