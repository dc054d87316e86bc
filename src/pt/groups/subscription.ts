import type { CallOptions } from '../caller.ts'
import { company, one } from '../endpoint.ts'
import type { InCompany } from '../families/settings.ts'
import { datetime, int, lazy, num, type OutOf, row, text } from '../schema.ts'

const subscription = lazy(() =>
  row(
    { subscription_id: int },
    {
      company_id: int,
      plan_id: int,
      payment_mode: text,
      last_price: num,
      subscription_date: datetime,
      expire_date: datetime,
      paid: int,
      last_payment_date: datetime,
    },
  ),
)

/** What a company pays Moloni for. */
export interface Subscription extends OutOf<typeof subscription> {}

export const subscriptionEndpoints = { getOne: one(subscription, {}, company) }

/** The company's subscription to Moloni. Pages: https://www.moloni.pt/dev/company/subscription/ */
export interface SubscriptionApi {
  /**
   * The subscription; `AuthError`, `NotFoundError`, transport errors and `ContractError`.
   * Page: https://www.moloni.pt/dev/company/subscription/getone/
   */
  getOne(params?: InCompany, options?: CallOptions): Promise<Subscription>
}
