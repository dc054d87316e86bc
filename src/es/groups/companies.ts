import type * as z from 'zod'
import type { Listing, Lists, OwnRow, Selecting } from '../families/records.ts'
import { act, list, oneCompany, onOnly, plain, company as scope, yesOrNo } from '../operation.ts'
import type { CallOptions, CompanyCallOptions, Translated } from '../options.ts'
import { type Company, type CompanySummary, companies, type Me, type TaxSettings } from '../rows/company.ts'
import type { CompanyRead, CompanySignUpInput, FiscalZoneTaxSettings, MeRead } from '../types/company.ts'
import type { CompanyFieldNames } from '../types/lists.ts'

export const companiesOperations = {
  get: oneCompany('company', companies.company, { ...scope, options: 'CompanyOptionsSingle' }),
  list: onOnly(list('companies', companies.summary, { options: 'CompanyOptions' })),
  freeSlug: yesOrNo('getFreeSlug', { slug: 'String!' }),
  freeVat: yesOrNo('getFreeVAT', { vat: 'String!' }),
  signUp: act('signUpCompany', { data: 'CompanySignUpInput!' }),
}

export const fiscalZonesOperations = {
  taxSettings: plain('fiscalZoneTaxSettings', companies.taxSettings, { ...scope, fiscalZone: 'String!' }),
}

/** Companies of this login. */
export interface CompaniesApi extends Lists<CompanySummary, CompanyRead, Listing<CompanyFieldNames>> {
  /**
   * Those that this login may use.
   *
   * @experimental Seen on Moloni ON only; on Moloni Spain ask `es.me()`.
   */
  list: Lists<CompanySummary, CompanyRead, Listing<CompanyFieldNames>>['list']
  /** One by its id; `NotFoundError` when it does not exist, `AuthError` when it is somebody else's. */
  get(companyId: number, options?: CallOptions & Translated & OwnRow): Promise<Company>
  get<S extends z.core.$ZodType>(
    companyId: number,
    options: CallOptions & Translated & Selecting<S, CompanyRead>,
  ): Promise<z.output<S>>
  /** Whether an address in the web app is still free. Needs no login. */
  freeSlug(slug: string, options?: CallOptions): Promise<boolean>
  /** Whether no company has this tax number yet. Needs no login. */
  freeVat(vat: string, options?: CallOptions): Promise<boolean>
  /** Opens an account. `RefusedError` when Moloni says no; it gives no reason. Needs no login. */
  signUp(data: CompanySignUpInput, options?: CallOptions): Promise<true>
}

/** Whoever is logged in. */
export interface MeApi {
  (options?: CallOptions & OwnRow): Promise<Me>
  <S extends z.core.$ZodType>(options: CallOptions & Selecting<S, MeRead>): Promise<z.output<S>>
}

/** Fiscal zones. */
export interface FiscalZonesApi {
  /** How taxes work in a zone, `ES` for example. */
  taxSettings(fiscalZone: string, options?: CompanyCallOptions & OwnRow): Promise<TaxSettings>
  taxSettings<S extends z.core.$ZodType>(
    fiscalZone: string,
    options: CompanyCallOptions & Selecting<S, FiscalZoneTaxSettings>,
  ): Promise<z.output<S>>
}
