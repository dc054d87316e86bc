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
import { EXPORT, IMPORTS, open, preview, run, type Session } from './flow.ts'
import { type Credentials, type Options, OptionsError } from './options.ts'
import { type Outcome, outcomeOf, summary } from './outcome.ts'
import type { Progress } from './progress.ts'

/** Asks the person at the terminal. Fails when nobody can answer. */
type Ask = (question: string) => Promise<string>

/** The real Moloni: logs in, previews and imports; makes documents only when that was asked for. */
export async function runReal(
  options: Options & { credentials: Credentials },
  progress: Progress,
): Promise<Outcome> {
  const host = memoryHost()
  if (options.workOrders) host.addWorkOrders(await readWorkOrders(options.workOrders))
  const oauth = createOAuth({ platform: 'pt', ...options.credentials, ...redirected() })
  const { ask, close } = questions(progress)
  const session: Session = {
    progress,
    engine: createSyncEngine({
      store: memoryStore(),
      host,
      oauth: { pt: oauth },
      clients: { pt: redirected() },
    }),
    settings: { exports: { startDate: '2000-01-01', firstRun: 'export' } },
    logIn: (address) =>
      ask(`\nOpen this address, log in, and copy the address you are sent to:\n\n  ${address}\n\nAddress: `),
    choose: (companies) => chooseCompany(companies, ask, progress),
  }
  try {
    const connectionId = await open(session)
    const plan = await preview(session, connectionId)
    const imported = await run(session, connectionId, 'Import', { kinds: IMPORTS })
    const exported = options.export
      ? await run(session, connectionId, 'Export', { kinds: [EXPORT], plan })
      : undefined
    if (!exported) progress.say('\nNo document was made: that needs --work-orders FILE --export.')
    const outcome = outcomeOf(imported, exported)
    progress.say(`\n${summary(outcome, await session.engine.problems(connectionId))}`)
    return outcome
  } finally {
    close()
  }
}

/** Another server in Moloni's place, for trying this mode without an account. */
function redirected(): { baseUrl?: string } {
  const baseUrl = process.env.MOLONI_PT_BASE_URL
  return baseUrl ? { baseUrl } : {}
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
