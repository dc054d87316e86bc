import type { ExportSettings, Issue, PlannedTax, VatDecision, VatSource } from '../domain/index.ts'
import { accountCountry } from './account-country.ts'
import type { AccountTables, AccountTax, BillingCustomer, CatalogueProduct } from './catalogue.ts'
import { isCompanyTaxNumber } from './tax-number.ts'

export interface VatInput {
  readonly settings: ExportSettings['vat']
  readonly account: AccountTables
  readonly product: Pick<CatalogueProduct, 'reference' | 'taxes' | 'exemption'>
  readonly customer: Pick<BillingCustomer, 'exemption' | 'vatNumber'>
  /** Fiscal zone of the relation, or of the site when the settings say so; undefined when unknown. */
  readonly zone?: string | undefined
  /** The host's own VAT code of the line. */
  readonly vatCode?: string | undefined
  readonly typeOfWork?: string | undefined
}

export interface DecidedVat {
  readonly decision: VatDecision
  /**
   * Every tax of the line in the order of computing: the product's other taxes, and the VAT unless exempt.
   */
  readonly taxes: readonly PlannedTax[]
}

/** What one source says: a tax or an exemption, or neither; always why. */
interface Answer {
  readonly tax?: AccountTax
  readonly exemption?: string
  readonly why: string
  readonly issues?: readonly Issue[]
}

/**
 * VAT of one line: the sources of the settings are asked in order and the first that answers decides. Rates
 * and exemption codes are only those of the account.
 *
 * Issues: `no_vat`, `vat_not_in_account` (the line's VAT code means something that the account lacks);
 * warnings `unknown_vat_code`, `unknown_fiscal_zone`, `other_fiscal_zone`.
 */
export function decideVat(input: VatInput): { value?: DecidedVat; issues: Issue[] } {
  const asked: VatDecision['asked'] = []
  const issues: Issue[] = []
  for (const source of input.settings.sources) {
    const answer = sources[source](input)
    asked.push({ source, answer: answer.why })
    issues.push(...(answer.issues ?? []))
    if (issues.some(({ severity }) => severity === 'error')) return { issues }
    if (!answer.tax && answer.exemption === undefined) continue

    const decision: VatDecision = {
      source,
      ...(answer.tax && { taxId: answer.tax.taxId, rate: answer.tax.rate }),
      ...(answer.exemption !== undefined && { exemption: answer.exemption }),
      ...(input.zone && { zone: input.zone }),
      reason: answer.why,
      asked,
    }
    return { value: { decision, taxes: lineTaxes(input, answer.tax) }, issues }
  }
  const details = { asked: asked.map(({ source, answer }) => `${source}: ${answer}`).join('; ') }
  return {
    issues: [...issues, { code: 'no_vat', thing: input.product.reference, severity: 'error', details }],
  }
}

const sources: Record<VatSource, (input: VatInput) => Answer> = {
  line({ vatCode, settings, ...input }) {
    if (!vatCode) return { why: 'the line states no VAT code' }
    const meaning = Object.hasOwn(settings.lineCodes, vatCode) ? settings.lineCodes[vatCode] : undefined
    if (meaning === undefined)
      return {
        why: `the settings do not say what VAT code ${vatCode} means`,
        issues: [{ code: 'unknown_vat_code', thing: vatCode, severity: 'warning' }],
      }
    const answer = typeof meaning === 'number' ? ofRate(meaning, input) : ofExemption(meaning, input)
    if (!answer.tax && answer.exemption === undefined)
      return { ...answer, issues: [{ code: 'vat_not_in_account', thing: vatCode, severity: 'error' }] }
    return { ...answer, why: `VAT code ${vatCode} of the line: ${answer.why}` }
  },

  product({ product, customer, zone, account }) {
    if (customer.exemption) return { why: `the customer has an exemption of its own, ${customer.exemption}` }
    const vats = vatsOf(product)
    const [vat] = vats
    if (vats.length > 1) return { why: 'the product carries more than one VAT' }
    const tax = account.taxes.find(({ taxId, kind }) => taxId === vat?.taxId && kind === 'vat')
    if (!vat || tax?.rate === 0)
      return product.exemption
        ? ofExemption(product.exemption, { account })
        : { why: 'the product has neither VAT nor an exemption' }
    if (!tax) return { why: "the product's VAT is not among the account's taxes" }
    const own = `the product's VAT of ${tax.rate} %`
    if (!zone)
      return {
        tax,
        why: `${own}; the fiscal zone is unknown`,
        issues: [{ code: 'unknown_fiscal_zone', thing: product.reference, severity: 'warning' }],
      }
    return tax.fiscalZone === zone
      ? { tax, why: `${own} in zone ${zone}` }
      : { why: `${own} is of zone ${tax.fiscalZone || 'unknown'}, not of ${zone}` }
  },

  zone({ product, customer, zone, account }) {
    if (customer.exemption) {
      const answer = ofExemption(customer.exemption, { account })
      return { ...answer, why: `the customer's own exemption: ${answer.why}` }
    }
    if (!zone) return { why: 'the fiscal zone is unknown' }
    const types = new Set(vatsOf(product).map(({ vatType }) => vatType || undefined))
    const [vatType] = types
    if (types.size !== 1 || !vatType) return { why: "the product's kind of VAT is not known" }
    const found = vatsToChoose(account).filter((tax) => tax.fiscalZone === zone && tax.vatType === vatType)
    const [tax] = found
    if (!tax) return { why: `the account has no ${vatType} VAT in zone ${zone}` }
    if (new Set(found.map(({ rate }) => rate)).size > 1)
      return { why: `the account has several ${vatType} rates in zone ${zone}` }
    return {
      tax: firstById(found) ?? tax,
      why: `the account's ${vatType} VAT of zone ${zone}, ${tax.rate} %`,
    }
  },

  reverseCharge({ settings, typeOfWork, customer, account }) {
    const rule = settings.reverseCharge
    if (!rule) return { why: 'reverse charge is not set up' }
    if (!typeOfWork || !rule.typesOfWork.includes(typeOfWork))
      return { why: `reverse charge does not hold for this type of work` }
    const country = accountCountry(account)
    if (!isCompanyTaxNumber(customer.vatNumber, country))
      return { why: `the customer is not a company with a valid tax number of ${country}` }
    const answer = ofExemption(rule.exemption, { account })
    return { ...answer, why: `reverse charge for ${typeOfWork}: ${answer.why}` }
  },

  default({ settings, ...input }) {
    const { fallback } = settings
    if (!fallback) return { why: 'no last resort is set' }
    const answer = 'rate' in fallback ? ofRate(fallback.rate, input) : ofExemption(fallback.exemption, input)
    return { ...answer, why: `last resort of the settings: ${answer.why}` }
  },
}

/** The account's VAT of a rate: in the zone, else in the only zone that has it. */
function ofRate(rate: number, { account, zone, product }: Omit<VatInput, 'settings'>): Answer {
  const found = vatsToChoose(account).filter((tax) => tax.rate === rate)
  const inZone = firstById(found.filter(({ fiscalZone }) => fiscalZone === zone))
  if (inZone) return { tax: inZone, why: `${rate} % in zone ${inZone.fiscalZone}` }

  const zones = new Set(found.map(({ fiscalZone }) => fiscalZone))
  const only = zones.size === 1 ? firstById(found) : undefined
  if (!only)
    return { why: found.length ? `several zones have ${rate} %` : `the account has no VAT of ${rate} %` }
  return {
    tax: only,
    why: `${rate} %, which the account has in zone ${only.fiscalZone || 'unknown'} only`,
    issues: [
      zone
        ? {
            code: 'other_fiscal_zone',
            thing: product.reference,
            severity: 'warning',
            details: { zone, rate },
          }
        : { code: 'unknown_fiscal_zone', thing: product.reference, severity: 'warning' },
    ],
  }
}

function ofExemption(code: string, { account }: Pick<VatInput, 'account'>): Answer {
  return account.exemptions.includes(code) || account.exemptionTexts
    ? { exemption: code, why: `exempt by ${code}` }
    : { why: `the account has no exemption ${code}` }
}

/** The taxes that may be chosen by rate or kind. A rate of zero is an exemption, which has a reason. */
const vatsToChoose = ({ taxes }: AccountTables) =>
  taxes.filter(({ kind, rate, special }) => kind === 'vat' && rate > 0 && !special)

/** Equal taxes entered twice are told apart by age, so that the choice never changes. */
const firstById = (taxes: readonly AccountTax[]) => [...taxes].sort((a, b) => a.taxId - b.taxId)[0]

const vatsOf = ({ taxes }: Pick<CatalogueProduct, 'taxes'>) => taxes.filter(({ kind }) => kind === 'vat')

/**
 * The other taxes of the product, and the VAT. Where the account says `last`, VAT comes after them and is computed
 * on them too: Moloni Portugal refuses anything else (its rule 14). Else it takes the place that the product's own
 * VAT has.
 */
function lineTaxes({ product, account }: VatInput, vat: AccountTax | undefined): PlannedTax[] {
  const others = product.taxes
    .filter(({ kind }) => kind === 'other')
    .sort((a, b) => a.order - b.order)
    .map(({ taxId, rate, basis, order, cumulative }) => ({ taxId, rate, basis, order, cumulative }))
  if (!vat) return others
  const { taxId, rate, basis } = vat
  const order = (others.at(-1)?.order ?? 0) + 1
  if (account.vatPlace !== 'product')
    return [...others, { taxId, rate, basis, order, cumulative: others.length > 0 }]

  const [own] = vatsOf(product)
  const placed = { taxId, rate, basis, order: own?.order ?? order, cumulative: own?.cumulative ?? false }
  return [...others, placed].sort((a, b) => a.order - b.order)
}
