import type { DocumentKind, Platform, RoundingMethod, Settings } from '../../domain/index.ts'
import { chosenKinds } from '../../mappers/index.ts'
import type { Findings } from '../records/connection.ts'
import type { HookPair, ImportKind } from './platform.ts'
import { serviceSheetTypes } from './service-sheet-types.ts'

/** What the engine can do on a platform. */
export interface Capabilities {
  readonly imports: readonly ImportKind[]
  readonly exports: readonly DocumentKind[]
  /** Kinds of documents that a platform is not known for, and that an account may have: only once a probe has found them. */
  readonly probed: readonly DocumentKind[]
  readonly roundings: readonly RoundingMethod[]
  /** What the host can get of a printed document. */
  readonly pdf: readonly ('link' | 'file')[]
  /** What the engine wants to be told of; an account may refuse a pair. */
  readonly hooks: readonly HookPair[]
}

const masterData: readonly HookPair[] = (['Customer', 'Product'] as const).flatMap((model) =>
  (['create', 'update', 'delete'] as const).map((operation) => ({ model, operation })),
)

const graphql = {
  imports: ['relations', 'materials', 'materialCategories', 'hourTypes'],
  roundings: ['document', 'line', 'item'],
  pdf: ['file'],
  hooks: masterData,
} as const

export const CAPABILITIES: Readonly<Record<Platform, Capabilities>> = {
  pt: {
    imports: ['relations', 'materials', 'hourTypes', 'employees', 'serviceSheets'],
    exports: ['invoice', 'invoiceReceipt', 'purchaseOrder', 'internalDocument'],
    probed: ['serviceSheet'],
    roundings: ['document', 'line'],
    pdf: ['link', 'file'],
    hooks: [],
  },
  es: { ...graphql, exports: ['invoice', 'purchaseOrder'], probed: ['invoiceReceipt'] },
  on: { ...graphql, exports: ['invoice', 'purchaseOrder', 'invoiceReceipt'], probed: [] },
}

const NAMES: Readonly<Record<Platform, string>> = {
  pt: 'Moloni Portugal',
  es: 'Moloni Spain',
  on: 'Moloni ON',
}

/** The kinds of documents that can be made for an account, service sheets only where the settings name their group. */
export function exportKindsOf(
  platform: Platform,
  found: Findings | undefined,
  settings?: Pick<Settings, 'imports' | 'exports'>,
): readonly DocumentKind[] {
  const { exports, probed } = CAPABILITIES[platform]
  const has = (kind: DocumentKind) =>
    kind === 'serviceSheet' ? makesSheets(found, settings) : found?.exports.includes(kind)
  return [...exports, ...probed.filter(has)]
}

function makesSheets(found: Findings | undefined, settings?: Pick<Settings, 'imports' | 'exports'>): boolean {
  const types = serviceSheetTypes(found, settings?.imports.serviceSheets.typeNames ?? []) ?? []
  return settings?.exports.serviceSheetGroup !== undefined && types.length > 0
}

/** What the settings ask for and the platform cannot do, one sentence each, with the path of the field. */
export function beyondCapabilities(
  platform: Platform,
  settings: Settings,
  found: Findings | undefined,
): string[] {
  const { exports } = settings
  const name = NAMES[platform]
  const kinds = exportKindsOf(platform, found, settings)
  const chosen = chosenKinds(exports)
  const unable = chosen.filter((kind) => !kinds.includes(kind))
  const circle = chosen.includes('serviceSheet') && settings.imports.serviceSheets.enabled
  const { roundings, pdf } = CAPABILITIES[platform]
  const wanted = exports.after.pdf
  const rounding = exports.rounding === 'account' || roundings.includes(exports.rounding)
  return [
    ...(wanted === 'none' || pdf.includes(wanted)
      ? []
      : [`exports.after.pdf: ${name} gives a ${pdf.join(' or ')}, no ${wanted}`]),
    ...(circle
      ? ['exports.kind: service sheets are imported, so work orders cannot become service sheets']
      : []),
    ...unable.map((kind) => `exports.kind: ${name} offers no ${kind}, only ${kinds.join(', ')}`),
    ...(rounding
      ? []
      : [`exports.rounding: ${name} rounds by ${roundings.join(' or ')}, not by ${exports.rounding}`]),
  ]
}
