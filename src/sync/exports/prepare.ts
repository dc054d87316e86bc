import type { DocumentPlan, Issue } from '../../domain/index.ts'
import {
  type BillingCustomer,
  billableLines,
  type CatalogueProduct,
  collectiveLines,
  composeDocument,
  type DocumentChoice,
  documentChoice,
  productReferences,
  selectParty,
} from '../../mappers/index.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import { today } from '../today.ts'
import type { ExportRun } from './export-run.ts'

/** The document that a work order would become, or why it cannot become one. */
export interface Prepared {
  readonly choice: DocumentChoice
  readonly plan?: DocumentPlan
  readonly issues: readonly Issue[]
  /** Number of the billed relation, when the work order names one. */
  readonly debtorNumber?: string
}

/** Composes the document. Reads Moloni, writes nothing. */
export async function prepare(
  run: ExportRun,
  value: Pick<LedgerRecord, 'workOrder' | 'members' | 'reference' | 'notBefore'>,
): Promise<Prepared> {
  const { workOrder, members, reference, notBefore } = value
  const settings = run.work.settings.exports
  const choice = documentChoice(members?.[0]?.workOrder ?? workOrder, settings)
  const lines = members
    ? collectiveLines(
        members.map((member) => member.workOrder),
        settings,
      )
    : billableLines(workOrder, settings.lines)
  const party = selectParty(workOrder, settings.party)
  const issues: Issue[] = [...lines.issues, ...party.issues]
  const debtorNumber = party.value?.debtorNumber

  const customer = debtorNumber ? await customerOf(run, debtorNumber, issues) : undefined
  const products = await productsOf(run, productReferences(lines.value ?? [], settings.lines), issues)
  const { tables, defaultDocumentSetId } = await run.account()
  const documentSetId = choice.documentSetId ?? defaultDocumentSetId
  if (documentSetId === undefined) issues.push({ code: 'no_document_set', severity: 'error' })

  const found = { choice, ...(debtorNumber === undefined ? {} : { debtorNumber }) }
  if (!customer || !lines.value || documentSetId === undefined) return { issues: distinct(issues), ...found }
  const day = today(run.work.clock.now(), run.work.settings.timeZone)
  const composed = composeDocument({
    workOrder,
    settings,
    kind: choice.kind,
    lines: lines.value,
    customer,
    products,
    account: tables,
    documentSetId,
    reference,
    today: day,
    ...(notBefore === undefined ? {} : { date: notBefore > day ? notBefore : day }),
  })
  const all = distinct([...issues, ...composed.issues])
  const stopped = !composed.value || all.some(({ severity }) => severity === 'error')
  return { issues: all, ...found, ...(stopped || !composed.value ? {} : { plan: composed.value }) }
}

async function customerOf(
  run: ExportRun,
  number: string,
  issues: Issue[],
): Promise<BillingCustomer | undefined> {
  const matches = (await run.customers(number)).filter((customer) => customer.number === number)
  if (matches.length === 1) return matches[0]
  issues.push({
    code: matches.length === 0 ? 'unknown_relation' : 'relation_ambiguous',
    field: 'debtorNumber',
    thing: number,
    severity: 'error',
  })
  return undefined
}

async function productsOf(
  run: ExportRun,
  codes: readonly string[],
  issues: Issue[],
): Promise<ReadonlyMap<string, CatalogueProduct>> {
  const products = new Map<string, CatalogueProduct>()
  for (const code of new Set(codes)) {
    const matches = (await run.products(code)).filter(({ reference }) => reference === code)
    const [product] = matches
    if (product && matches.length === 1) products.set(code, product)
    else if (product) issues.push({ code: 'product_ambiguous', thing: code, severity: 'error' })
  }
  return products
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()]
}
