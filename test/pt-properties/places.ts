import * as z from 'zod'
import {
  alternatives,
  elementsOf,
  fieldsOf,
  isOptional,
  type Schema,
} from '../../scripts/coverage/pt/schemas.ts'

/** A field that a call sends, by the way to it: `['products', 0, 'qty']`. */
export interface Place {
  readonly steps: readonly (string | number)[]
  readonly required: boolean
  readonly numeric: boolean
}

/** Every field of a call that is sent, nested ones after those that hold them. */
export function placesIn(schema: Schema, sent: unknown, at: readonly (string | number)[] = []): Place[] {
  const values = typeof sent === 'object' && sent !== null ? Object.entries(sent) : []
  const fields = fieldsOf(schema)
  return values.flatMap(([name, value]) => {
    const field = fields[name]
    if (!field || value === undefined) return []
    const steps = [...at, name]
    const place = { steps, required: !isOptional(field), numeric: isNumeric(field) }
    const [element] = elementsOf(field)
    if (element && Array.isArray(value)) return [place, ...placesIn(element, value[0], [...steps, 0])]
    return [place, ...placesIn(field, value, steps)]
  })
}

/** `products[0].qty` */
export function pathOf(steps: readonly (string | number)[]): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step))
    .join('')
}

/** A copy with another value in one place; `undefined` takes it out. */
export function changed(
  sent: unknown,
  [step, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (Array.isArray(sent))
    return sent.map((item, index) => (index === step ? changed(item, rest, value) : item))
  if (step === undefined || typeof sent !== 'object' || sent === null) return sent
  const inner = Object.entries(sent).find(([name]) => name === step)?.[1]
  return { ...sent, [step]: rest.length > 0 ? changed(inner, rest, value) : value }
}

function isNumeric(field: Schema): boolean {
  const compound = alternatives(field).some((one) => one instanceof z.ZodObject || one instanceof z.ZodArray)
  const takes = (value: unknown) => z.safeParse(field, value).success
  return !compound && takes(1) && !takes('words')
}
