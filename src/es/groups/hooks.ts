import type * as z from 'zod'
import type { Deleted } from '../answer.ts'
import type { Creates, ListOptions, Lists, OwnRow, Selecting } from '../families/records.ts'
import { all, company, list, onOnly, remove, write } from '../operation.ts'
import type { CallOptions, CompanyCallOptions } from '../options.ts'
import { type Hook, type HookModelOperations, hook, hookModelOperations } from '../rows/hook.ts'
import type { HookFieldNames } from '../types/lists.ts'
import type { HookInsert, HookModelOperationsRead, HookRead } from '../types/settings.ts'

const hooks = list('hooks', hook, { ...company, options: 'HookOptions' })

export const hooksOperations = {
  list: hooks,
  create: write('create', 'hookCreate', hook, { ...company, data: 'HookInsert!' }),
  delete: remove('hookDelete', { ...company, hookId: '[String!]!' }, hooks),
  modelOperations: onOnly(all('hookModelOperations', hookModelOperations, {})),
}

/**
 * Webhooks. Moloni posts `{ model, operation, productId }` to the address, unsigned: keep a secret in the address, and
 * take a call for a hint only. Seen on Moloni Spain: `Product` with `create`, `update`, `stockChanged`.
 */
export interface HooksApi
  extends Lists<Hook, HookRead, ListOptions<HookFieldNames>>,
    Creates<Hook, HookRead, HookInsert> {
  /** Deletes one or several. Those that are still there then are an error, code `not_deleted`. */
  delete(ids: string | readonly string[], options?: CompanyCallOptions): Promise<Deleted>
  /**
   * Which kinds of records and of changes can be told of.
   *
   * @experimental Seen on Moloni ON only.
   */
  modelOperations(options?: CallOptions & OwnRow): Promise<HookModelOperations[]>
  modelOperations<S extends z.core.$ZodType>(
    options: CallOptions & Selecting<S, HookModelOperationsRead>,
  ): Promise<z.output<S>[]>
}
