import { UsageError } from '../errors/index.ts'
import type { Settle } from '../http/index.ts'
import type { Deleted } from './answer.ts'
import type { Caller, Variables } from './caller.ts'
import { confirmDeletion, idsOf } from './deletion.ts'
import { listOperation } from './list-operation.ts'
import { type Operation, type OperationTable, ownArgument, ownArguments } from './operation.ts'
import { type AnyOptions, checkOptions, wireOptions } from './options.ts'
import type { RowsRead } from './reading.ts'

type Method = (...args: unknown[]) => unknown

/** The methods of a table, by name. */
export function bindTable(table: OperationTable, caller: Caller, settle: Settle): Record<string, Method> {
  const methods = Object.entries(table).map(([name, operation]) => [
    name,
    bindOperation(operation, caller, settle),
  ])
  return Object.fromEntries(methods)
}

/** One operation as a method: its own arguments first, if it has any, then options. */
export function bindOperation(operation: Operation, caller: Caller, settle: Settle): Method {
  const { kind, answer } = operation
  const takesValue = ownArguments(operation).length > 0
  const split = ([first, second]: readonly unknown[]) =>
    takesValue ? { own: first, options: optionsOf(second) } : { own: undefined, options: optionsOf(first) }

  if (answer.name === 'list') {
    return (...given) => {
      const { own, options } = split(given)
      checkOptions(operation, options)
      return listOperation(operation, ownVariables(operation, own), options, { caller, settle })
    }
  }
  return async (...given) => {
    const { own, options } = split(given)
    checkOptions(operation, options)
    const variables = kind === 'delete' ? idVariables(operation, own) : ownVariables(operation, own)
    const { signal, select } = options
    const sent = { ...scopeOf(options), ...variables, options: wireOptions(operation, options) }
    const value = await caller.invoke(operation, { variables: sent, select, signal })
    // Each shape of an answer reads into a value of its own.
    if (answer.name === 'all') return settle(value as RowsRead, operation.root)
    return kind === 'delete'
      ? confirmDeletion(operation, sent, value as Deleted, { caller, settle }, signal)
      : value
  }
}

/** The arguments that are the operation's own: one by itself, several by their names. */
function ownVariables(operation: Operation, given: unknown): Variables {
  const { root } = operation
  const names = ownArguments(operation)
  const [name] = names
  if (name === undefined) return {}
  if (ownArgument(operation) !== undefined) {
    if (given === undefined || given === null) throw missing(root, name)
    return { [name]: given }
  }
  if (typeof given !== 'object' || given === null) throw missing(root, names.join(', '))
  const unknown = Object.keys(given).filter((key) => !names.includes(key))
  if (unknown.length > 0) throw notKnown(root, unknown, names)
  return { ...given }
}

function idVariables(operation: Operation, given: unknown): Variables {
  const name = ownArgument(operation)
  return name === undefined ? {} : { [name]: idsOf(operation.root, given) }
}

function scopeOf({ companyId }: AnyOptions): Variables {
  return companyId === undefined ? {} : { companyId }
}

function optionsOf(given: unknown): AnyOptions {
  return typeof given === 'object' && given !== null ? given : {}
}

function missing(label: string, name: string): UsageError {
  return new UsageError(`${label} was not sent: ${name} is missing.`, { code: 'invalid_params' })
}

function notKnown(label: string, unknown: readonly string[], names: readonly string[]): UsageError {
  return new UsageError(`${label} was not sent: there is no ${unknown.join(', ')}.`, {
    code: 'invalid_params',
    hint: `It takes ${names.join(', ')}.`,
  })
}
