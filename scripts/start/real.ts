import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import {
  type Company,
  createOAuth,
  createSyncEngine,
  memoryHost,
  memoryStore,
  type WorkOrder,
  workOrderSchema,
} from 'moloni-sdk'
import { open, preview, run, type Session } from './flow.ts'
import { type Options, OptionsError, type RealMoloni } from './options.ts'
import { type Outcome, outcomeOf, summary } from './outcome.ts'
import { platforms } from './platforms.ts'
import type { Progress } from './progress.ts'

/** Asks the person at the terminal. Fails when nobody can answer. */
type Ask = (question: string) => Promise<string>

/** A real Moloni: logs in, previews and imports; makes documents only when that was asked for. */
export async function runReal(
  options: Options,
  { platform, credentials, baseUrl }: RealMoloni,
  progress: Progress,
): Promise<Outcome> {
  const { timeZone, imports, exports } = platforms[platform]
  const host = memoryHost()
  if (options.workOrders) host.addWorkOrders(await readWorkOrders(options.workOrders))
  const oauth = createOAuth({ platform, ...credentials, baseUrl })
  const { ask, close } = questions(progress)
  const session: Session = {
    platform,
    progress,
    engine: createSyncEngine({
      store: memoryStore(),
      host,
      oauth: { [platform]: oauth },
      ...(baseUrl === undefined ? {} : { clients: { [platform]: { baseUrl } } }),
    }),
    settings: { timeZone, exports: { startDate: '2000-01-01', firstRun: 'export' } },
    logIn: (address) =>
      ask(`\nOpen this address, log in, and copy the address you are sent to:\n\n  ${address}\n\nAddress: `),
    choose: (companies) => chooseCompany(companies, ask, progress),
  }
  try {
    const connectionId = await open(session)
    const plan = await preview(session, connectionId)
    const imported = await run(session, connectionId, 'Import', { kinds: Object.keys(imports) })
    const exported = options.export
      ? await run(session, connectionId, 'Export', { kinds: [exports[0]], plan })
      : undefined
    if (!exported) progress.say('\nNo document was made: that needs --work-orders FILE --export.')
    const outcome = outcomeOf(platform, imported, exported)
    progress.say(`\n${summary(outcome, await session.engine.problems(connectionId))}`)
    return outcome
  } finally {
    close()
  }
}

async function readWorkOrders(path: string): Promise<WorkOrder[]> {
  let content: unknown
  try {
    content = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read'
    throw new OptionsError(`The file ${path} is of no use: ${reason}.`)
  }
  const parsed = workOrderSchema.array().safeParse(content)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw new OptionsError(
    `The file ${path} does not hold work orders: ${first?.path.join('.')} ${first?.message}`,
  )
}

function questions(progress: Progress): { ask: Ask; close(): void } {
  const terminal = createInterface({ input: process.stdin })
  const lines = terminal[Symbol.asyncIterator]()
  return {
    async ask(question) {
      progress.say(question)
      const { value, done } = await lines.next()
      if (done) throw new Error('Nobody answered: this program needs a terminal, or the answers on stdin.')
      return value.trim()
    },
    close: () => terminal.close(),
  }
}

async function chooseCompany(companies: readonly Company[], ask: Ask, progress: Progress): Promise<Company> {
  progress.say('\nCompanies of this login')
  companies.forEach(({ name, companyId, demonstration }, index) => {
    progress.say(
      `  ${index + 1}  ${name} (${companyId})${demonstration ? ': demonstration, shared with everybody' : ''}`,
    )
  })
  for (;;) {
    const answer = await ask('Which one? Its number in the list: ')
    const company = companies[Number(answer) - 1]
    if (company) return company
    progress.say(`There is no number ${answer || '(empty)'} in the list.`)
  }
}
