import * as z from 'zod'
import { UsageError } from '../errors/index.ts'
import { type Answer, type DriftWatch, reportDrift, type Transport } from '../http/index.ts'
import type { Access } from '../oauth/access.ts'
import { documentText } from './document-text.ts'
import { driftIn } from './drift.ts'
import { type Operation, ownArgument } from './operation.ts'
import type { PlatformGate } from './platform-gate.ts'
import type { Reading } from './reading.ts'
import { requestBody } from './request-body.ts'
import { selectionText } from './select/selection-text.ts'
import { type Asking, dataOf, serverTrouble } from './top-level.ts'

/** For what answers no record. */
const NOTHING = z.never()

export interface Variables extends Readonly<Record<string, unknown>> {
  readonly companyId?: number | undefined
}

export interface CallerParts extends DriftWatch {
  readonly transport: Transport
  readonly access: Access
  readonly origin: string
  readonly companyId: number | undefined
  readonly gate: PlatformGate
}

/** One call of an operation. */
export interface Invocation {
  readonly variables: Variables
  /** What to ask for of each record in place of the entity's own row. */
  readonly select?: z.core.$ZodType | undefined
  readonly signal?: AbortSignal | undefined
}

/** A document that is sent as it is. */
export interface Sending {
  readonly label: string
  readonly document: string
  readonly variables: Variables
  /** Whether it may be repeated after trouble. */
  readonly repeatable: boolean
  readonly signal?: AbortSignal | undefined
}

/** Sends documents and reads their answers. */
export interface Caller {
  readonly companyId: number | undefined
  /** Calls an operation with variables by the names of its arguments; the company is added where it takes one. */
  invoke(operation: Operation, invocation: Invocation): Promise<unknown>
  /** The values of the root fields of any document. */
  raw(sending: Sending): Promise<{ data: Readonly<Record<string, unknown>>; secrets: readonly string[] }>
  /** The whole answer to a document that is expected to fail. */
  ask(sending: Sending): Promise<Answer>
}

export function createCaller(parts: CallerParts): Caller {
  const { transport, access, origin, companyId, gate } = parts

  async function send(sending: Sending, asking: Omit<Asking, 'secrets'>, watchTrouble: boolean) {
    const { label, document, variables, repeatable, signal } = sending
    const body = requestBody(label, document, variables)
    const { answer, token } = await access.send(
      (token) =>
        transport.send({
          label,
          method: 'POST',
          url: new URL('/v1', origin),
          headers: { authorization: `Bearer ${token}` },
          body,
          retry: repeatable ? 'read' : 'never',
          signal,
          secrets: [token],
          ...(watchTrouble
            ? { troubleIn: (answer) => serverTrouble(answer, { ...asking, secrets: [token] }) }
            : {}),
        }),
      label,
      signal,
    )
    return { answer, secrets: [token] }
  }

  async function raw(sending: Sending, ownDocument: boolean) {
    const asking = { label: sending.label, ownDocument }
    const { answer, secrets } = await send(sending, asking, true)
    return { data: dataOf(answer, { ...asking, secrets }), secrets }
  }

  return {
    companyId,
    async invoke(operation, { variables, select, signal }) {
      const { root, kind, args, entity } = operation
      gate.check(operation)
      const sent = args.companyId ? withCompany(root, variables, companyId) : variables
      const fields = entity ? await selectionText(entity, select) : ''
      const document = documentText(operation, sent, fields)
      const repeatable = kind === 'read'
      const { data, secrets } = await raw(
        { label: root, document, variables: sent, repeatable, signal },
        false,
      )
      const reading: Reading = {
        label: root,
        secrets,
        writes: !repeatable,
        subject: kind === 'create' ? undefined : (entity?.id ?? ownArgument(operation)),
        row: select ?? entity?.row ?? NOTHING,
        id: entity?.id,
        observe(value, path) {
          if (entity && !select) reportDrift(root, () => driftIn(entity.row, value, path), parts)
        },
      }
      return operation.answer.read(data[root], reading)
    },
    raw: (sending) => raw(sending, true),
    ask: async (sending) => (await send(sending, { label: sending.label, ownDocument: false }, false)).answer,
  }
}

function withCompany(label: string, variables: Variables, companyId: number | undefined): Variables {
  const company = variables.companyId ?? companyId
  if (company !== undefined) return { ...variables, companyId: company }
  throw new UsageError(`${label} needs a company.`, {
    code: 'company_missing',
    hint: 'Give companyId to createEsClient, or to this call.',
  })
}
