import type { WorkOrder } from '../../../../domain/index.ts'
import type { UnreadRow } from '../../client/answer.ts'

/**
 * A work order that cannot be read, as one that the engine refuses by name: it keeps its key and lacks what could not
 * be read, so that a person sees which work order and which part of it. Undefined when not even the key is there.
 */
export function unreadWorkOrder({ id, raw, error }: UnreadRow): WorkOrder | undefined {
  if (id === undefined) return undefined
  const [path = ''] = error.paths
  const [, list = '', position = '0'] = /(Materials|Workperiods)\[(\d+)\]/.exec(path) ?? []
  const before = Number(position)
  return {
    key: String(id),
    number: textOf(raw, 'WorkorderNo') || textOf(raw, 'OrderNr') || String(id),
    status: 'complete',
    finished: true,
    customer: {},
    // No number is NaN: the engine names the line that has it.
    materials: list === 'Materials' ? lines(before, { quantity: 0 }, { quantity: Number.NaN }) : [],
    workPeriods: list === 'Workperiods' ? lines(before, { minutes: 0 }, { minutes: Number.NaN }) : [],
    ...(list === '' ? { workDate: 'unreadable' } : {}),
  }
}

function lines<T>(before: number, good: T, bad: T): T[] {
  return [...Array.from({ length: before }, () => good), bad]
}

function textOf(raw: unknown, name: string): string {
  if (typeof raw !== 'object' || raw === null) return ''
  const value: unknown = Object.getOwnPropertyDescriptor(raw, name)?.value
  return typeof value === 'string' ? value : ''
}
