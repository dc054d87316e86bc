import type { Platform } from '../../src/oauth/index.ts'
import type { HostName } from './host-side.ts'

/** How a process is stopped: a letter in the id of a run. */
export const STOPS = {
  b: 'killed before',
  a: 'killed after',
  t: 'killed in the middle of',
  l: 'killed, and what was under way lands within the settle time:',
  x: 'killed, and what was under way lands long after the settle time:',
  f: 'frozen before, thawed when all is over:',
  g: 'frozen after, thawed when all is over:',
} as const
export type StopLetter = keyof typeof STOPS

export interface Stop {
  readonly at: number
  readonly how: StopLetter
}

/** One run. Everything in it follows from this, so its id is enough to repeat it. */
export interface Spec {
  readonly platform: Platform
  /** A host in memory when absent. */
  readonly host?: HostName | undefined
  readonly subject: string
  readonly fault: string
  /** The request that is hit: its name and the how-manieth of that name. */
  readonly on?: { readonly request: string; readonly nth: number } | undefined
  /** Point of the first process for faults that strike at one. */
  readonly point?: number | undefined
  /** How the first process is stopped. */
  readonly stop?: Stop | undefined
  /** How the process that goes on is stopped; its points are counted over all its runs. */
  readonly again?: Stop | undefined
  readonly seed: number
}

/** `pt:invoice:lost:on=invoices/insert#1:stop=17a:again=4b:seed=1`. */
export function idOf({ platform, host, subject, fault, on, point, stop, again, seed }: Spec): string {
  return [
    platform,
    subject,
    fault,
    ...(host ? [`host=${host}`] : []),
    ...(on ? [`on=${on.request}#${on.nth}`] : []),
    ...(point === undefined ? [] : [`point=${point}`]),
    ...(stop ? [`stop=${stop.at}${stop.how}`] : []),
    ...(again ? [`again=${again.at}${again.how}`] : []),
    `seed=${seed}`,
  ].join(':')
}

export function readId(id: string): Spec {
  const [platform = '', subject = '', fault = '', ...rest] = id.split(':')
  if (platform !== 'pt' && platform !== 'es' && platform !== 'on') throw notAnId(id)
  const fields = new Map(
    rest.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
  const on = /^(.+)#(\d+)$/.exec(fields.get('on') ?? '')
  const point = fields.get('point')
  const host = fields.get('host')
  const stop = stopOf(fields.get('stop'))
  const again = stopOf(fields.get('again'))
  return {
    platform,
    subject,
    fault,
    seed: Number(fields.get('seed') ?? 1),
    ...(host === 'outsmart' ? { host } : {}),
    ...(on ? { on: { request: on[1] ?? '', nth: Number(on[2]) } } : {}),
    ...(point === undefined ? {} : { point: Number(point) }),
    ...(stop ? { stop } : {}),
    ...(again ? { again } : {}),
  }
}

function stopOf(text: string | undefined): Stop | undefined {
  if (text === undefined) return undefined
  const [, at, letter] = /^(\d+)([a-z])$/.exec(text) ?? []
  const how = (Object.keys(STOPS) as StopLetter[]).find((known) => known === letter)
  if (at === undefined || how === undefined) throw notAnId(text)
  return { at: Number(at), how }
}

const notAnId = (text: string) => new RangeError(`"${text}" is not the id of a run.`)
