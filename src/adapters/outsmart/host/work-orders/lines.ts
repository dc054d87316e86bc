import type { MaterialLine, WorkPeriod } from '../../../../domain/index.ts'
import { decimal, round } from '../../../../internal/money.ts'
import type { WorkOrderMaterialRow, WorkPeriodRow } from '../../client/entities/work-order.ts'
import type { OutsmartSettings } from '../settings.ts'
import { stated } from '../stated.ts'

type Settings = OutsmartSettings['workOrders']
type WithoutCode = Settings['materialWithoutCode']

/** Material lines. `MaterialNr` is the quantity. */
export function materialsOf(rows: readonly WorkOrderMaterialRow[], settings: Settings): MaterialLine[] {
  return rows.flatMap((row): MaterialLine[] => {
    const quantity = row.MaterialNr ?? 0
    if (quantity === 0 && settings.zeroQuantity === 'leaveOut') return []
    const code = codeOf(row.MaterialCode, settings.materialWithoutCode)
    if (code === LEFT_OUT) return []
    return [
      {
        quantity,
        ...stated({
          code,
          name: row.MaterialName,
          unit: row.MaterialUnit,
          warehouseCode: row.MaterialWarehouseCode,
          warrantyCode: row.MaterialWarrantyCode,
          vatCode: settings.vatCodeField && row[settings.vatCodeField],
          ...priceOf(row),
        }),
      },
    ]
  })
}

/**
 * Price and discount. By its name the original price is the one before the discount; whether `MaterialPrice` has it
 * taken off already is told by the line's own total. What the customer signed counts where the two contradict.
 */
function priceOf(row: WorkOrderMaterialRow): Pick<MaterialLine, 'unitPrice' | 'discountPercent'> {
  const {
    MaterialPrice: price,
    MaterialDiscountPercentage: discount = 0,
    MaterialOriginalPrice: original,
  } = row
  if (price === undefined) return {}
  if (discount <= 0 || discount > 100) return { unitPrice: price }
  if (original !== undefined && original !== price) {
    const discounted = decimal(original).times(decimal(100).minus(discount)).div(100)
    const agrees = round(discounted, 2).eq(round(price, 2))
    return agrees ? { unitPrice: original, discountPercent: discount } : { unitPrice: price }
  }
  const { MaterialNr: quantity, MaterialTotalPrice: total } = row
  if (quantity !== undefined && quantity !== 0 && total !== undefined) {
    const withoutDiscount = round(decimal(price).times(quantity), 2)
    if (withoutDiscount.eq(round(total, 2))) return { unitPrice: price }
  }
  return { unitPrice: price, discountPercent: discount }
}

/** Time worked. Travel is a distance; travelling time is a period with an hour type of its own. */
export function periodsOf(rows: readonly WorkPeriodRow[], settings: Settings): WorkPeriod[] {
  return rows.flatMap((row): WorkPeriod[] => {
    const minutes = minutesOf(row)
    const travelDistance = row.Travel !== undefined && row.Travel > 0 ? row.Travel : undefined
    const nothing = minutes === 0 && travelDistance === undefined
    if (nothing && settings.zeroQuantity === 'leaveOut') return []
    const hourTypeCode = codeOf(row.HourType, settings.periodWithoutHourType)
    if (hourTypeCode === LEFT_OUT) return []
    return [
      {
        minutes,
        ...stated({
          id: row.Id,
          hourTypeCode,
          employeeNumber: row.EmployeeNr,
          date: row.WorkDate,
          travelDistance,
          remark: row.WorkRemark,
        }),
      },
    ]
  })
}

/** Whole minutes: what OutSmart counted, or else end less begin less break, over midnight too. */
function minutesOf({ TotalTime, BeginTime, EndTime, Break = 0 }: WorkPeriodRow): number {
  if (TotalTime !== undefined) return minutesIn(TotalTime)
  if (BeginTime === undefined || EndTime === undefined) return 0
  const span = minutesIn(EndTime) - minutesIn(BeginTime)
  return Math.max(0, (span < 0 ? span + 24 * 60 : span) - Break)
}

function minutesIn(text: string): number {
  const [hours = '0', minutes = '0'] = text.split(':')
  return Number(hours) * 60 + Number(minutes)
}

const LEFT_OUT = Symbol('left out')

function codeOf(code: string | undefined, without: WithoutCode): string | undefined | typeof LEFT_OUT {
  if (code !== undefined && code.trim() !== '') return code
  if (without === 'leaveOut') return LEFT_OUT
  return without === 'tell' ? undefined : without.code
}
