import { FAULTS } from './faults/index.ts'
import type { Outcome } from './play.ts'
import { REAL } from './real/run-real.ts'
import { idOf, STOPS } from './spec.ts'
import { type Counted, counted, figuresOf } from './tally.ts'

const columns = [
  'runs',
  'acknowledged',
  'blocked',
  'blockedExpected',
  'duplicates',
  'lost',
  'unacknowledged',
  'wrongTotals',
  'stuck',
] as const
const heads = ['runs', 'acknowl.', 'blocked', 'planted', 'doubled', 'lost', 'unackn.', 'wrong sum', 'stuck']

/** A line for each kind of trouble, and one for all. */
export function table(runs: readonly Counted[]): string {
  const kinds = [...FAULTS, REAL]
  const width = Math.max(...kinds.map(({ title }) => title.length))
  const line = (title: string, of: readonly Counted[]) => {
    const figures = figuresOf(of)
    return [title.padEnd(width), ...columns.map((name) => String(figures[name]).padStart(9))].join(' ')
  }
  const groups = kinds.map(({ name, title }) => ({ title, of: runs.filter(({ fault }) => fault === name) }))
  return [
    ['trouble'.padEnd(width), ...heads.map((head) => head.padStart(9))].join(' '),
    ...groups.filter(({ of }) => of.length > 0).map(({ title, of }) => line(title, of)),
    line('all', runs),
  ].join('\n')
}

/** What else the runs showed: how many of each subject, logins, drafts that the promise allows. */
export function remarks(runs: readonly Counted[]): string[] {
  const pairs = [...new Set(runs.map(({ platform, subject }) => `${platform} ${subject}`))]
  const of = (pair: string) => runs.filter(({ platform, subject }) => `${platform} ${subject}` === pair)
  const sum = (value: (run: Counted) => number) => runs.reduce((total, run) => total + value(run), 0)
  return [
    ...pairs.map((pair) => {
      const { points, runs: count } = figuresOf(of(pair))
      return `${pair}: ${count} runs, stopped at ${points} points`
    }),
    `logins that were lost and made again by a person: ${sum(({ logins }) => logins)}`,
    `second drafts that nobody closed (outside the promise): ${sum(({ extraDrafts }) => extraDrafts)}`,
  ]
}

const MOST = 40

/** The runs that did not end as they must, and how to repeat them. */
export function complaints(runs: readonly Counted[]): string[] {
  const wrong = runs.filter(({ faults }) => faults.length > 0)
  return [
    ...wrong.slice(0, MOST).map(({ id, faults }) => `${id}\n    ${faults.join('; ')}`),
    ...(wrong.length > MOST ? [`and ${wrong.length - MOST} more`] : []),
    ...(wrong.length > 0 ? ['Repeat one with: npm run crash -- --only <id>'] : []),
  ]
}

/** One run, point by point. */
export function trace(outcome: Outcome): string {
  const { spec, processes, expected, standing } = outcome
  const fault = FAULTS.find(({ name }) => name === spec.fault)
  const stop = spec.stop && `${STOPS[spec.stop.how]} point ${spec.stop.at}`
  const lines = processes.flatMap(({ name, points, ended }, number) => [
    '',
    `process ${number + 1} (${name}): ${ended}`,
    ...points.map(
      ({ number: point, what, name, changes }) =>
        `  ${String(point).padStart(4)} ${what.padEnd(8)} ${name}${changes > 1 ? ` (${changes} changes)` : ''}`,
    ),
  ])
  return [
    idOf(spec),
    `${fault?.title ?? spec.fault}${stop ? `; ${stop}` : ''}`,
    ...lines,
    '',
    `expected: ${JSON.stringify(expected)}`,
    `found: ${JSON.stringify(standing)}`,
    `wrong: ${counted(outcome).faults.join('; ') || 'nothing'}`,
  ].join('\n')
}
