import type { CallOptions } from '../caller.ts'
import { company, count } from '../endpoint.ts'
import { type Since, type TableApi, tableEndpoints } from '../families/settings.ts'
import { int, lazy, moment, num, type Out, type OutOf, row, text } from '../schema.ts'

const account = lazy(() => row({ bank_account_id: int }, { name: text, value: text }))

/** A bank account; `value` is its number. The names of its fields are inferred. */
export interface BankAccount extends OutOf<typeof account> {}

const required = { ordination: int, name: text, value: num }
const sometimes = { order: int }

/** The fields of a bank account. */
export interface BankAccountFields extends Out<typeof required, typeof sometimes> {}

export const bankAccountsEndpoints = {
  ...tableEndpoints(account, 'bank_account_id', required, sometimes),
  countModifiedSince: count({ lastmodified: moment }, company),
}

/** Bank accounts. Pages: https://www.moloni.pt/dev/settings/bank-accounts/ */
export interface BankAccountsApi extends TableApi<BankAccount, 'bank_account_id', BankAccountFields> {
  /** How many changed since a moment. Page: https://www.moloni.pt/dev/settings/bank-accounts/countmodifiedsince/ */
  countModifiedSince(params: Since, options?: CallOptions): Promise<number>
}
