import type { DocumentPlan, ExportSettings, Issue, WorkOrder } from '../../domain/index.ts'
import {
  type BillableLine,
  type BilledParty,
  type BillingCustomer,
  billableLines,
  type CatalogueProduct,
  collectiveLines,
  composeDocument,
  type DocumentChoice,
  documentChoice,
  materialOfLine,
  productReferences,
  relationOfParty,
  selectParty,
} from '../../mappers/index.ts'
import type { Missing } from '../push/create-missing.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import { today } from '../today.ts'
import type { ExportRun } from './export-run.ts'

/** The document that a work order would become, or why it cannot become one. */
export interface Prepared {
  readonly choice: DocumentChoice
  readonly plan?: DocumentPlan
  readonly issues: readonly Issue[]
  /** What Moloni does not have and the settings let the engine make; then nothing is planned yet. */
  readonly missing: readonly Missing[]
  /** Number of the billed relation, when the work order names one. */
  readonly debtorNumber?: string
}

export const stops = ({ severity }: Issue): boolean => severity === 'error'

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

  const missing: Missing[] = []
  const customer = party.value ? await customerOf(run, party.value, { issues, missing }) : undefined
  const references = productReferences(lines.value ?? [], settings.lines)
  const products = await productsOf(run, references, issues)
  missing.push(...missingProducts(lines.value ?? [], products, workOrder, settings))
  const { tables, defaultDocumentSetId } = await run.account()
  const documentSetId = choice.documentSetId ?? defaultDocumentSetId
  if (documentSetId === undefined) issues.push({ code: 'no_document_set', severity: 'error' })

  for (const { key } of missing) issues.push({ code: 'will_be_created', severity: 'warning', thing: key })

  const found = { choice, missing, ...(debtorNumber === undefined ? {} : { debtorNumber }) }
  if (missing.length > 0) return { issues: distinct(issues), ...found }
  if (!customer || !lines.value || documentSetId === undefined) return { issues: distinct(issues), ...found }
  const day = today(run.work.clock.now(), run.work.settings.timeZone)
  const later = notBefore !== undefined && notBefore > day ? notBefore : day
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
    ...(notBefore === undefined ? {} : { date: later }),
  })
  const all = distinct([...issues, ...composed.issues])
  const stopped = !composed.value || all.some(stops)
  return { issues: all, ...found, ...(stopped || !composed.value ? {} : { plan: composed.value }) }
}

async function customerOf(
  run: ExportRun,
  { debtorNumber: number, party }: BilledParty,
  { issues, missing }: { readonly issues: Issue[]; readonly missing: Missing[] },
): Promise<BillingCustomer | undefined> {
  const matches = (await run.customers(number)).filter((customer) => customer.number === number)
  if (matches.length === 1) return matches[0]
  if (matches.length === 0 && run.work.settings.exports.unknown.relations === 'create') {
    missing.push({ kind: 'relations', key: number, relation: relationOfParty(party) })
    return undefined
  }
  issues.push({
    code: matches.length === 0 ? 'unknown_relation' : 'relation_ambiguous',
    field: 'debtorNumber',
    thing: number,
    severity: 'error',
  })
  return undefined
}

/** Products that the lines name and the settings let the engine make, each once. */
function missingProducts(
  lines: readonly BillableLine[],
  products: ReadonlyMap<string, CatalogueProduct>,
  workOrder: WorkOrder,
  { unknown }: ExportSettings,
): Missing[] {
  const missing = new Map<string, Missing>()
  for (const { kind, code } of lines) {
    if (products.has(code)) continue
    if (kind === 'material' && unknown.materials === 'create') {
      const line = workOrder.materials.find((it) => it.code?.trim() === code)
      missing.set(code, { kind: 'materials', key: code, material: line && materialOfLine(line) })
    }
    if (kind === 'hours' && unknown.hourTypes === 'create' && !missing.has(code))
      missing.set(code, { kind: 'hourTypes', key: code })
  }
  return [...missing.values()]
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
