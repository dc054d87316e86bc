import type {
  Company,
  Platform,
  ProgressEvent,
  SettingsInput,
  SyncEngine,
  SyncPlan,
  SyncReport,
} from 'moloni-sdk'
import { platforms } from './platforms.ts'
import type { Progress } from './progress.ts'

/** What differs between the emulated and the real Moloni. */
export interface Session {
  readonly platform: Platform
  readonly engine: SyncEngine
  readonly settings: SettingsInput
  readonly progress: Progress
  /** Takes a person through the login page; answers the callback address. */
  logIn(address: URL): Promise<string>
  choose(companies: readonly Company[]): Promise<Company>
}

/** Logs in and joins the connection to a company. */
export async function open(session: Session): Promise<string> {
  const { engine, platform, settings, progress } = session
  const { connectionId, authorizeUrl } = await engine.connect({ platform, settings })
  await engine.completeLogin(await session.logIn(authorizeUrl), { connectionId })
  const company = await session.choose(await engine.companies(connectionId))
  await engine.selectCompany(connectionId, company.companyId)
  progress.say(`Company: ${company.name} (${company.companyId})`)
  return connectionId
}

/** Logs an existing connection in again. */
export async function logInAgain(
  { engine, platform, logIn }: Omit<Session, 'settings'>,
  connectionId: string,
): Promise<void> {
  const { authorizeUrl } = await engine.connect({ platform, connectionId })
  await engine.completeLogin(await logIn(authorizeUrl), { connectionId })
}

/** Says what a run would do, without doing it. */
export async function preview(
  { engine, platform, progress }: Omit<Session, 'settings'>,
  connectionId: string,
): Promise<SyncPlan> {
  progress.say('\nPreview (nothing is changed)')
  const plan = await engine.preview(connectionId)
  for (const [kind, { create, update, rejected }] of Object.entries(plan.imports)) {
    const name = platforms[platform].imports[kind] ?? kind
    progress.say(`  ${name}: ${create} to create, ${update} to update, ${rejected} cannot be taken over`)
  }
  for (const [kind, planned] of Object.entries(plan.exports)) {
    const to = (action: string) => planned.filter((one) => one.action === action).length
    progress.say(`  ${kind}: ${to('create')} to make, ${to('blocked')} blocked, ${to('none')} left alone`)
  }
  return plan
}

export interface RunHow {
  /** All when absent. */
  readonly kinds?: readonly string[]
  /** What the run is for: knows how many work orders there are to show. */
  readonly plan?: SyncPlan
}

/** One run, with its progress shown. Fails when the run did not complete. */
export async function run(
  { engine, progress }: Omit<Session, 'settings'>,
  connectionId: string,
  title: string,
  { kinds, plan }: RunHow = {},
): Promise<SyncReport> {
  progress.say(`\n${title}`)
  const planned = plan && Object.values(plan.exports).flat().length
  const onProgress = ({ part, done, total = part === 'workOrders' ? planned : undefined }: ProgressEvent) =>
    progress.show({ part, done, total })
  const report = await engine.sync(connectionId, { kinds, onProgress })
  progress.finish()
  for (const { part, code, message } of report.errors) progress.say(`  ${part} stopped (${code}): ${message}`)
  if (report.outcome !== 'complete') throw new RunFailed(title, report)
  return report
}

/** A run that did not do all of its work. */
class RunFailed extends Error {
  constructor(title: string, { outcome, errors }: SyncReport) {
    const reasons = errors.map(({ message }) => message).join(' ')
    super(`${title}: ${outcome}. ${reasons} Run it again: it goes on where it stopped.`)
  }
}
