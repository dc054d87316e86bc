import type { JsonObject } from '../../http/json.ts'
import { nextRandom, type RandomState } from '../../http/random.ts'
import { textOf } from '../filter.ts'
import type { OutsmartState } from '../state.ts'
import { pick, typed } from './words.ts'

/** Materials of a work order; every so often one without a code, one that was not used, one with a discount. */
export function makeLines(state: OutsmartState, random: RandomState, index: number): JsonObject[] {
  const comma = index % 2 === 0
  const lines = Array.from({ length: 1 + (index % 3) }, (_, position) => {
    const material = pick(random, state.materials)
    const price = Number(textOf(material.price).replace(',', '.'))
    const quantity = index % 11 === 5 && position === 0 ? 0 : 1 + Math.floor(nextRandom(random) * 8) / 2
    const discount = index % 7 === 3 && position === 0 ? 10 : 0
    return line({
      code: textOf(material.code),
      name: textOf(material.description),
      unit: textOf(material.unit),
      price,
      quantity,
      discount,
      comma,
    })
  })
  if (index % 9 !== 4) return lines
  const byHand = { code: '', name: 'Peça comprada na loja ao lado', unit: 'un', price: 14.9, quantity: 1 }
  return [...lines, line({ ...byHand, discount: 0, comma })]
}

interface Line {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly price: number
  readonly quantity: number
  /** Percent. */
  readonly discount: number
  readonly comma: boolean
}

function line({ code, name, unit, price, quantity, discount, comma }: Line): JsonObject {
  const net = Math.round(price * (100 - discount)) / 100
  return {
    MaterialCode: code,
    MaterialName: name,
    MaterialNr: Number.isInteger(quantity) ? String(quantity) : typed(quantity, comma),
    MaterialPrice: typed(net, comma),
    MaterialTotalPrice: typed(net * quantity, comma),
    MaterialUnit: unit,
    MaterialType: '',
    MaterialWarehouseCode: '',
    MaterialWarrantyCode: '',
    MaterialDiscountPercentage: discount === 0 ? '0' : typed(discount, comma),
    MaterialOriginalPrice: discount === 0 ? '' : typed(price, comma),
    MaterialFreeField1: '',
    MaterialFreeField2: '',
    MaterialFreeField3: '',
    MaterialFreeField4: '',
    MaterialFreeField5: '',
  }
}

interface Job {
  readonly index: number
  /** `d-m-Y`. */
  readonly date: string
}

/** Time of a work order; every so often without an hour type, of no duration, over midnight, or none at all. */
export function makePeriods(state: OutsmartState, random: RandomState, { index, date }: Job): JsonObject[] {
  const periods = Array.from({ length: index % 4 === 3 ? 0 : 1 + (index % 2) }, (_, position): JsonObject => {
    const night = index % 14 === 10 && position === 0
    const minutes = index % 12 === 8 && position === 0 ? 0 : 45 + 15 * Math.floor(nextRandom(random) * 8)
    const pause = minutes > 120 ? 15 : 0
    const begin = night ? 22 * 60 + 30 : 9 * 60 + position * 240
    return {
      Id: `${index}${position}`,
      WorkDate: date,
      BeginTime: clock(begin),
      EndTime: clock((begin + minutes + pause) % 1440),
      Break: String(pause),
      TotalTime: clock(minutes),
      Travel: index % 3 === 0 && position === 0 ? String(5 + (index % 40)) : '0',
      WorkRemark: position === 0 ? `Intervenção ${index + 1}` : '',
      HourType: index % 8 === 2 && position === 0 ? '' : textOf(pick(random, state.hourTypes).code),
      EmployeeNr: textOf(pick(random, state.employees).number),
      ObjCode: '',
      ExternalId: '',
    }
  })
  return periods
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
