import type { CallOptions } from '../caller.ts'
import { company, type Done, done, one, rows, write } from '../endpoint.ts'
import type { InCompany } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { datetime, either, int, lazy, type OutOf, row, text } from '../schema.ts'

const language = lazy(() => either(row({}, { language_id: int, code: text, title: text }), text))

const fields = {
  user_group_id: int,
  salesman_id: int,
  email: text,
  cellphone: text,
  language_id: int,
  language,
  registered_since: datetime,
  last_login: datetime,
}

const user = lazy(() => row({ user_id: int, name: text }, fields))
const me = lazy(() => row({ user_id: int, name: text }, { ...fields, num_companies: int }))
const signedUp = lazy(() => row({ valid: int }, { user_id: int, company_id: int }))

/** A person with access to a company. */
export interface User extends OutOf<typeof user> {}

/** The person who logged in. */
export interface Me extends OutOf<typeof me> {}

/** What a registration made. */
export interface SignedUp extends OutOf<typeof signedUp> {}

export const usersEndpoints = {
  getAll: rows(user, {}, company),
  getMe: one(me, {}, {}),
  updateMe: write('update', done, { name: text, email: text, cellphone: text, language_id: int }, {}),
  recoverPassword: write('act', done, { email: text }, {}),
  signUp: write(
    'create',
    signedUp,
    {
      name: text,
      email: text,
      password: text,
      language_id: int,
      company: text,
      vat: text,
      slug: text,
      country_id: int,
    },
    {},
  ),
}

/**
 * People. Pages: `https://www.moloni.pt/dev/account-profile/my-profile/<method>/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface UsersApi {
  /** The people of a company. */
  getAll(params?: InCompany, options?: CallOptions): Promise<User[]>
  /** The person who logged in. Page: https://www.moloni.pt/dev/account-profile/my-profile/getme/ */
  getMe(params?: Record<never, never>, options?: CallOptions): Promise<Me>
  /** Changes the person who logged in. Page: https://www.moloni.pt/dev/account-profile/my-profile/updateme/ */
  updateMe(
    params: { name: string; email: string; cellphone: string; language_id: number },
    options?: CallOptions,
  ): Promise<Done>
  /**
   * Sends a mail for a forgotten password.
   *
   * @experimental Known from client code only.
   */
  recoverPassword(params: { email: string }, options?: CallOptions): Promise<Done>
  /** Registers a person with a company. Page: https://www.moloni.pt/dev/account-profile/my-profile/signup/ */
  signUp(
    params: {
      name: string
      email: string
      password: string
      language_id: number
      company: string
      vat: string
      slug: string
      country_id: number
    },
    options?: CallOptions,
  ): Promise<SignedUp>
  /** {@link getAll} as a list. */
  list(filter?: InCompany, options?: ListOptions): RowList<User>
}
