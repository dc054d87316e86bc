import type * as z from 'zod'
import {
  type AnswerShape,
  all as allAnswer,
  bare,
  choice,
  deletion,
  done,
  list as listAnswer,
  one as oneAnswer,
  several,
  textAnswer,
} from './answer.ts'

/** What a call does. Only reads are ever repeated. */
export type Kind = 'read' | 'create' | 'update' | 'delete' | 'act'

/** A kind of record. */
export interface Entity {
  /** Its name in the interface, for example `CustomerRead`. */
  readonly type: string
  /** The field that identifies it; undefined for what has none. */
  readonly id: string | undefined
  /** What is asked for unless a call says otherwise. */
  readonly row: z.ZodType
}

/** GraphQL types of arguments by their names. */
export type Arguments = Readonly<Record<string, string>>

/** What of `options` a list takes beside its page. */
export type ListOption = 'filter' | 'search' | 'order' | 'defaultLanguageId' | 'includeVariants' | 'relatedId'

/** One root field as data. */
export interface Operation {
  /** Name of the root field. */
  readonly root: string
  readonly kind: Kind
  readonly args: Arguments
  readonly answer: AnswerShape
  /** The records that it answers; undefined for bare values. */
  readonly entity: Entity | undefined
  /** Seen on Moloni ON only. */
  readonly onlyOn: boolean
  /** Names that `options` takes. */
  readonly options: readonly ListOption[]
  /** Whether the company is what it is about, and not where to look. */
  readonly aboutCompany: boolean
  /** For deletions: how to look whether a record is still there. */
  readonly lookup: Operation | undefined
}

/** Operations of a group by the names of their methods. */
export type OperationTable = Readonly<Record<string, Operation>>

/** Takes the company that it is about; the client's own when left out. */
export const company: Arguments = { companyId: 'Int!' }

const LIST: readonly ListOption[] = ['filter', 'search', 'order', 'defaultLanguageId']

function operation(
  root: string,
  kind: Kind,
  args: Arguments,
  answer: AnswerShape,
  more: Partial<Operation> = {},
): Operation {
  const options: readonly ListOption[] = args.options ? ['defaultLanguageId'] : []
  const none = { entity: undefined, onlyOn: false, aboutCompany: false, lookup: undefined }
  return { root, kind, args, answer, options, ...none, ...more }
}

/** Reads a list, page by page. */
export function list(
  root: string,
  entity: Entity,
  args: Arguments,
  options: readonly ListOption[] = LIST,
): Operation {
  return operation(root, 'read', args, listAnswer, { entity, options })
}

/** Reads a list that knows no pages. */
export function all(root: string, entity: Entity, args: Arguments): Operation {
  return operation(root, 'read', args, allAnswer, { entity })
}

/** Reads one record. */
export function one(root: string, entity: Entity, args: Arguments): Operation {
  return operation(root, 'read', args, oneAnswer, { entity })
}

/** Reads a company. */
export function oneCompany(root: string, entity: Entity, args: Arguments): Operation {
  return operation(root, 'read', args, oneAnswer, { entity, aboutCompany: true })
}

/** Reads the fields of one record, in no envelope. */
export function plain(root: string, entity: Entity, args: Arguments): Operation {
  return operation(root, 'read', args, bare, { entity })
}

/** Reads a text. */
export function text(root: string, args: Arguments, options: readonly ListOption[]): Operation {
  return operation(root, 'read', args, textAnswer, { options })
}

/** Reads true or false. */
export function yesOrNo(root: string, args: Arguments): Operation {
  return operation(root, 'read', args, choice)
}

/** Changes a record and answers it. */
export function write(
  kind: 'create' | 'update' | 'act',
  root: string,
  entity: Entity,
  args: Arguments,
): Operation {
  return operation(root, kind, args, oneAnswer, { entity })
}

/** Adds several records and answers them one by one. */
export function bulk(root: string, entity: Entity, args: Arguments): Operation {
  return operation(root, 'create', args, several, { entity })
}

/** Does something and answers that it was done. */
export function act(root: string, args: Arguments): Operation {
  return operation(root, 'act', args, done)
}

/** Deletes records. */
export function remove(root: string, args: Arguments, lookup: Operation): Operation {
  return operation(root, 'delete', args, deletion, { lookup })
}

/** The same, seen on Moloni ON only. */
export function onOnly(seen: Operation): Operation {
  return { ...seen, onlyOn: true }
}

/** The argument that a method's first parameter is; undefined where it has none or an object of them all. */
export function ownArgument(operation: Operation): string | undefined {
  const own = ownArguments(operation)
  return own.length === 1 ? own[0] : undefined
}

/** Arguments other than the company where to look and the options. */
export function ownArguments({ args, aboutCompany }: Operation): string[] {
  return Object.keys(args).filter((name) => name !== 'options' && (name !== 'companyId' || aboutCompany))
}
