import * as z from 'zod'
import { ContractError, UsageError } from '../errors/index.ts'
import type { Answer } from '../http/index.ts'
import type { Caller } from './caller.ts'
import { me, operations } from './groups/index.ts'
import type { Operation } from './operation.ts'
import type { CallOptions } from './options.ts'
import { graphqlAnswer } from './top-level.ts'

/** Asks an account what it has. Each question is a document that must fail validation, so that nothing is ever run. */
export interface EsProbes {
  /**
   * Which root fields the account has, of those given, or of all that were seen on Moloni ON only. What it answers is
   * what the option `extras` takes.
   *
   * Errors: transport errors, `AuthError`; `ContractError` `unexpected_answer` when the server does not say what is
   * wrong with a document.
   */
  probe(operations?: readonly string[], options?: CallOptions): Promise<string[]>
  /**
   * Which of some fields a list can be filtered by, such as `updatedAt` of `customers`. The list is named by its root
   * field.
   */
  probeFilter(list: string, fields: readonly string[], options?: CallOptions): Promise<string[]>
}

/** No server has it: a document that asks for it is never run. */
const NOBODYS = 'moloniSdkProbe'
/** graphql-js stops counting at a hundred errors; each name makes at most four. */
const AT_ONCE = 20

const all: readonly Operation[] = [me, ...Object.values(operations).flatMap((table) => Object.values(table))]

export function esProbes(caller: Caller): EsProbes {
  async function messages(label: string, document: string, { signal }: CallOptions): Promise<string[]> {
    const answer = await caller.ask({ label, document, variables: {}, repeatable: true, signal })
    return errorTexts(label, answer)
  }

  return {
    async probe(names = onlyOn(), options = {}) {
      const found: string[] = []
      for (const root of ['query', 'mutation'] as const) {
        const asked = names.filter((name) => rootTypeOf(checked(name)) === root)
        for (let at = 0; at < asked.length; at += AT_ONCE) {
          const some = asked.slice(at, at + AT_ONCE)
          const said = await messages('probe', `${root} { ${[...some, NOBODYS].join(' ')} }`, options)
          found.push(...some.filter((name) => isThere(name, said)))
        }
      }
      return names.filter((name) => found.includes(name))
    },

    async probeFilter(list, fields, options = {}) {
      const conditions = [...fields.map(checked), NOBODYS].map(
        (field) => `{ field: ${field}, comparison: eq, value: "" }`,
      )
      const document = `query { ${checked(list)}(options: { filter: [${conditions.join(', ')}] }) ${NOBODYS} }`
      const said = await messages('probe', document, options)
      if (!said.some((text) => text.includes(`Value "${NOBODYS}"`))) throw silent()
      return fields.filter((field) => !said.some((text) => text.includes(`Value "${field}"`)))
    },
  }
}

/** What the server says is wrong; a server that does not name what nobody has tells nothing. */
function errorTexts(label: string, answer: Answer): string[] {
  const { errors, data } = graphqlAnswer(answer)
  const texts = errors.map(({ message }) => message)
  const named = texts.some((text) => text.startsWith(`Cannot query field "${NOBODYS}"`))
  if (data === undefined && named) return texts
  throw silent(label)
}

/** There is what is missed something of: arguments, or a selection. */
function isThere(name: string, said: readonly string[]): boolean {
  return said.some((text) => text.startsWith(`Field "${name}" `))
}

function onlyOn(): string[] {
  return all.filter((operation) => operation.onlyOn).map(({ root }) => root)
}

/** A name that the client does not know is told by its ending: changes end with what they do. */
function rootTypeOf(name: string): 'query' | 'mutation' {
  const known = all.find(({ root }) => root === name)
  if (known) return known.kind === 'read' ? 'query' : 'mutation'
  return /(Create|Update|Delete|Nullify|Draftable|SendMail|GetPDF|GetZIP|Import|Merge)$/.test(name)
    ? 'mutation'
    : 'query'
}

const name = z.string().regex(/^[A-Za-z]\w*$/)

function checked(given: string): string {
  const parsed = name.safeParse(given)
  if (parsed.success && given !== NOBODYS) return given
  throw new UsageError('The name to ask for is no name of a field.', { code: 'invalid_argument' })
}

function silent(label = 'probe'): ContractError {
  return new ContractError(
    `${label}: the server does not say what is wrong with a document, so nothing is known of the account.`,
    'unexpected_answer',
    [],
    { hint: 'Leave the option extras empty.' },
  )
}
