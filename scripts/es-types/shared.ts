import type { Field, Shape } from './model.ts'

/** Fields that several types have in common, stated once under a name of their own. */
export interface SharedShape extends Shape {
  /** The types that have them. */
  readonly of: readonly string[]
}

/** What all the given types have in common, each field written alike. */
export function sharedOf(
  name: string,
  shapes: readonly Shape[],
  write: (field: Field) => string,
): SharedShape {
  const [first, ...others] = shapes
  const fields = (first?.fields ?? []).filter((field) =>
    others.every((other) => other.fields.some((one) => write(one) === write(field))),
  )
  return { name, fields, implements: [], of: shapes.map((shape) => shape.name) }
}

/** The fields of a type that are its own. */
export function ownFields(shape: Shape, shared: Shape | undefined): readonly Field[] {
  return shape.fields.filter((field) => !shared?.fields.some(({ name }) => name === field.name))
}
