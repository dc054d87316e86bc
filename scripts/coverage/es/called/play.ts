import { type Method, methods } from '../methods.ts'
import { documentSteps } from './documents.ts'
import { recordGroups } from './groups.ts'
import { otherSteps } from './others.ts'
import { recordSteps } from './records.ts'
import { KINDS } from './sales.ts'
import type { Steps } from './steps.ts'
import { createWorld, type World } from './world.ts'

/** Why a method does not count as called, by its root field; undefined when it does. */
export type Played = ReadonlyMap<string, string | undefined>

export interface Play {
  readonly played: Played
  /** Documents that the client sent. */
  readonly documents: ReadonlySet<string>
}

/**
 * Calls every method through the strict client against the executing emulator: what was seen on Moloni Spain on both
 * hosts, the others on Moloni ON.
 */
export async function play(): Promise<Play> {
  const spanish = createWorld('es')
  const on = createWorld('on')
  const played = new Map<string, string | undefined>()
  const failures = new Map<string, string>()
  for (const [world, offered] of [
    [spanish, methods.filter(({ operation }) => !operation.onlyOn)],
    [on, methods],
  ] as const) {
    for (const [{ operation, name }, reason] of await playOn(world, offered)) {
      if (reason !== undefined && !failures.has(operation.root))
        failures.set(operation.root, `${name} on ${world.client.platform}: ${reason}`)
      played.set(operation.root, failures.get(operation.root))
    }
  }
  return { played, documents: new Set([...spanish.documents, ...on.documents]) }
}

async function playOn(
  world: World,
  offered: readonly Method[],
): Promise<[method: Method, reason: string | undefined][]> {
  const steps = stepsOf(world)
  const results: [Method, string | undefined][] = []
  for (const method of inOrder(offered)) {
    const check = steps[method.group]?.[method.method]
    const reason = check ? await failure(check) : 'no check calls it'
    const silent = reason === undefined && !world.answered(method.operation.root)
    results.push([method, silent ? 'no request reached it' : reason])
  }
  return results
}

/** Checks build on each other: what changes a record comes after what makes it, what ends it last. */
function inOrder(offered: readonly Method[]): Method[] {
  const place = ({ method }: Method) => {
    const found = ['create', 'get', 'list', 'update', 'delete'].indexOf(method)
    return found === -1 ? 3.5 : found
  }
  return [...offered].sort((a, b) => place(a) - place(b))
}

function stepsOf(world: World): Record<string, Steps> {
  const all: Record<string, Steps> = {}
  const add = (group: string, steps: Steps) => {
    all[group] = { ...all[group], ...steps }
  }
  for (const about of recordGroups(world)) add(about.group, recordSteps(world, about))
  for (const kind of KINDS) add(kind.group, documentSteps(world, kind))
  for (const [group, steps] of Object.entries(otherSteps(world))) add(group, steps)
  return all
}

async function failure(check: () => Promise<void>): Promise<string | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
