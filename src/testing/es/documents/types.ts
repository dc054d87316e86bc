import type { Row } from '../state.ts'
import { documentKinds } from './kinds/all.ts'
import type { DocumentKind } from './kinds/kind.ts'

/** The types of documents. */
export const documentTypes: readonly Row[] = documentKinds.map(typeRow)

/** What of a type is known from its kind; its multipliers say how it changes balances, billing and stock. */
function typeRow(kind: DocumentKind): Row {
  const { apiCode, plural, typeId, code, title, titlePlural, money, stock = 0 } = kind
  const balance = money === 'debt' ? 1 : money === 'credit' || kind.told === 'payment' ? -1 : 0
  const billing = kind.signed && (money === 'debt' || kind.selfPaid) ? 1 : money === 'credit' ? -1 : 0
  const own = kind.party !== 'supplier'
  return {
    documentTypeId: typeId,
    apiCode,
    apiCodePlural: plural,
    saftDocCode: code,
    group: groupOf(kind),
    entityType: kind.party,
    title,
    titlePlural,
    titleLanguageId: null,
    translations: [],
    salesOperator: own && billing !== 0,
    costsOperator: !own && billing !== 0,
    isSelfPaid: kind.selfPaid === true,
    balanceMultiplier: balance,
    billingMultiplier: own ? billing : 0,
    purchaseBillingMultiplier: own ? 0 : billing,
    vatMultiplier: billing,
    cashflowMultiplier: kind.payments ? (kind.told === 'refund' ? -1 : 1) : 0,
    stockMultiplier: stock,
    reconcilesBalances: kind.settles === true,
    generatesHash: kind.signed === true,
    canHaveOutOfSeqDate: false,
    closedEditable: false,
    closedDeletable: false,
    closedRevocable: !kind.migrated,
    closedDraftable: kind.draftable === true,
    unreconcilable: kind.settles === true,
    useInPos: kind.selfPaid === true,
    settings: '',
    minCopies: 1,
    visible: 1,
    deletable: false,
  }
}

function groupOf({ migrated, money, party, selfPaid, told }: DocumentKind): string {
  if (migrated) return 'migrated'
  if (party === 'supplier') return 'purchases'
  if (told) return 'payments'
  return money || selfPaid ? 'invoicing' : 'others'
}
