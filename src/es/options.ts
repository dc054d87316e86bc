import type * as z from 'zod'
import { checkOptionNames } from '../errors/index.ts'
import type { Filter, Order, Search } from './filters.ts'
import { listed, wireFilters } from './filters.ts'
import type { Operation } from './operation.ts'
import type { Paging } from './row-list.ts'

/** Options of every call. */
export interface CallOptions {
  /** Ends the wait, in the queue too; a request that was already sent may still take effect. */
  signal?: AbortSignal | undefined
}

/** Options of calls about a company. */
export interface CompanyCallOptions extends CallOptions {
  /** The company that this call is about. Default the client's. */
  companyId?: number | undefined
}

/** The language of names that Moloni translates (countries, types of documents …); without it they are null. */
export interface Translated {
  /** Id of a language of `languages.list()`. */
  defaultLanguageId?: number | undefined
}

/** Every option of any operation, as plain JavaScript may give them. */
export interface AnyOptions extends CompanyCallOptions, Paging, Translated {
  select?: z.core.$ZodType | undefined
  filter?: Filter | readonly Filter[] | undefined
  search?: Search | undefined
  order?: Order | readonly Order[] | undefined
  includeVariants?: boolean | undefined
  relatedId?: number | undefined
}

/** Refuses options that an operation does not take: a mistyped filter would return everything. */
export function checkOptions(operation: Operation, options: AnyOptions): void {
  const { args, answer, entity, aboutCompany } = operation
  const names = [
    'signal',
    ...(args.companyId && !aboutCompany ? ['companyId'] : []),
    ...(entity ? ['select'] : []),
    ...(answer.name === 'list' ? ['pageSize', 'maxPages'] : []),
    ...operation.options,
  ]
  const known: Record<string, true> = Object.fromEntries(names.map((name) => [name, true]))
  checkOptionNames<Record<string, unknown>>({ ...options }, known)
}

/** The argument `options` of an operation; undefined when there is nothing to say. */
export function wireOptions(
  { root }: Operation,
  { filter, search, order, defaultLanguageId, includeVariants, relatedId }: AnyOptions,
  pagination?: { readonly page: number; readonly qty: number },
): object | undefined {
  const options = {
    ...(filter === undefined ? {} : { filter: wireFilters(root, filter) }),
    ...(search === undefined ? {} : { search }),
    ...(order === undefined ? {} : { order: listed(order) }),
    ...(defaultLanguageId === undefined ? {} : { defaultLanguageId }),
    ...(includeVariants === undefined ? {} : { includeVariants }),
    ...(relatedId === undefined ? {} : { relatedId }),
    ...(pagination === undefined ? {} : { pagination }),
  }
  return Object.keys(options).length === 0 ? undefined : options
}
