import type { ExportSettings, Issue, Mapped, MaterialLine, WorkOrder } from '../domain/index.ts'
import { decimal, sum } from '../internal/money.ts'
import type { BillableLine } from './billable-line.ts'
import { billedHours, type CodedPeriod, hoursText } from './hours.ts'

export type LineSettings = ExportSettings['lines']

interface Block {
  readonly lines: BillableLine[]
  readonly issues: Issue[]
}

/**
 * What a work order bills, in the order of the settings: materials, hours, travel. Texts that are internal to
 * the host (`internalDescription`, `comment`) are never read.
 *
 * Issues: `negative_quantity`, `negative_price`, `zero_quantity`, `missing_material_code`,
 * `missing_hour_type`, `nothing_to_bill`; warnings `hours_rounded_away`, `minimum_without_hours`.
 */
export function billableLines(workOrder: WorkOrder, settings: LineSettings): Mapped<BillableLine[]> {
  const blocks: Record<LineSettings['order'][number], Block> = {
    materials: materialLines(workOrder, settings),
    hours: hourLines(workOrder, settings),
    travel: travelLines(workOrder, settings),
  }
  const order = [...new Set(settings.order)]
  const lines = order.flatMap((name) => blocks[name].lines)
  const issues = order.flatMap((name) => blocks[name].issues)

  const blocked = issues.some(({ severity }) => severity === 'error')
  if (!blocked && lines.length === 0) issues.push({ code: 'nothing_to_bill', severity: 'error' })
  return blocked || lines.length === 0 ? { issues } : { value: lines, issues }
}

function materialLines(workOrder: WorkOrder, settings: LineSettings): Block {
  const block: Block = { lines: [], issues: [] }
  workOrder.materials.forEach((line, index) => {
    const free = isSet(line.warrantyCode) && settings.warranty !== 'bill'
    if (free && settings.warranty === 'omit') return

    const field = `materials[${index}]`
    const code = line.code?.trim() || settings.materialWithoutCode
    const thing = code ?? line.name?.trim()
    const refuse = (issue: string, at: string) =>
      block.issues.push({ code: issue, field: `${field}.${at}`, ...(thing && { thing }), severity: 'error' })

    if (line.quantity < 0) refuse('negative_quantity', 'quantity')
    else if (line.quantity === 0 && settings.zeroQuantity === 'omit') return
    else if (line.quantity === 0) refuse('zero_quantity', 'quantity')
    if (line.unitPrice !== undefined && line.unitPrice < 0) refuse('negative_price', 'unitPrice')
    if (!code) refuse('missing_material_code', 'code')
    else block.lines.push(materialLine(line, { id: `m${index}`, code, free, settings }))
  })
  return block
}

function materialLine(
  line: MaterialLine,
  { id, code, free, settings }: { id: string; code: string; free: boolean; settings: LineSettings },
): BillableLine {
  const name = line.name?.trim()
  const vatCode = line.vatCode?.trim()
  const warehouseCode = line.warehouseCode?.trim() || settings.defaultWarehouse?.trim()
  return {
    id,
    kind: 'material',
    code,
    ...(name && { name }),
    quantity: decimal(line.quantity).toFixed(),
    ...(settings.priceFrom === 'workOrder' &&
      line.unitPrice !== undefined && { unitPrice: decimal(line.unitPrice).toFixed() }),
    discountPercent: free ? 100 : (line.discountPercent ?? 0),
    ...(vatCode && { vatCode }),
    ...(warehouseCode && { warehouseCode }),
  }
}

function hourLines(workOrder: WorkOrder, settings: LineSettings): Block {
  const issues: Issue[] = []
  const coded: CodedPeriod[] = []
  workOrder.workPeriods.forEach((period, index) => {
    const field = `workPeriods[${index}]`
    const code = period.hourTypeCode?.trim() || settings.periodWithoutHourType
    if (period.minutes === 0) {
      if (settings.zeroQuantity === 'omit' || period.travelDistance) return
      issues.push({
        code: 'zero_quantity',
        field: `${field}.minutes`,
        ...(code && { thing: code }),
        severity: 'error',
      })
    } else if (code) coded.push({ index, code, period })
    else issues.push({ code: 'missing_hour_type', field: `${field}.hourTypeCode`, severity: 'error' })
  })
  if (workOrder.workPeriods.length === 0 && workOrder.minimumHours)
    issues.push({ code: 'minimum_without_hours', field: 'minimumHours', severity: 'warning' })

  const hours = billedHours(coded, {
    settings: settings.hours,
    roundingMinutes: workOrder.roundingMinutes,
    minimumHours: workOrder.minimumHours,
  })
  const lines = hours.groups.map(
    ({ id, code, minutes, summary }): BillableLine => ({
      id,
      kind: 'hours',
      code,
      ...(summary && { summary }),
      quantity: hoursText(minutes),
      discountPercent: 0,
    }),
  )
  return { lines, issues: [...issues, ...hours.issues] }
}

function travelLines(workOrder: WorkOrder, settings: LineSettings): Block {
  const distance = sum(workOrder.workPeriods.map(({ travelDistance }) => travelDistance ?? 0))
  if (!settings.travelProduct || distance.eq(0)) return { lines: [], issues: [] }
  const line: BillableLine = {
    id: 't',
    kind: 'travel',
    code: settings.travelProduct,
    quantity: distance.toFixed(),
    discountPercent: 0,
  }
  return { lines: [line], issues: [] }
}

const isSet = (text: string | undefined) => text !== undefined && text.trim() !== ''
