import { answer, type CompanyCall, type Operations, object, ofCompany } from '../operation.ts'
import type { Entity } from './entity.ts'
import { create, rowOf } from './table-operations.ts'

export const priceClass: Entity = { name: 'priceClass', table: 'priceClasses', model: 'PriceClass' }

const task = { progressiveTaskId: null }

/** Applying a price class is a long task on the real host; here it is over at once and changes no price. */
export const priceClassExtras: Operations = {
  priceClassDuplicate: ofCompany((call) => {
    const { name, originalPriceClassId } = object(call.args, 'data')
    rowOf(priceClass, call, originalPriceClassId)
    return answer(create(priceClass, call, { name: name ?? '' }))
  }),
  applyPriceClass: ofCompany((call) => done(call)),
  reassignPriceClass: ofCompany((call) => done(call)),
  removePriceClass: ofCompany((call) => {
    rowOf(priceClass, call, call.args.priceClassId)
    return { errors: [], removed: '0' }
  }),
  priceClassProductsApplied: ofCompany((call) => {
    rowOf(priceClass, call, call.args.priceClassId)
    return { errors: [], count: '0' }
  }),
}

function done(call: CompanyCall) {
  rowOf(priceClass, call, call.args.priceClassId)
  return answer(task)
}
