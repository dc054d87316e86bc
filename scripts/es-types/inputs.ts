import type { Field, Model, Shape } from './model.ts'
import { type Declaration, interfaceText } from './module.ts'
import { ownFields, sharedOf } from './shared.ts'

const COMMON = 'CommonDocumentInsert'

const SCALARS: Readonly<Record<string, string>> = {
  Int: 'number',
  Float: 'number',
  String: 'string',
  Boolean: 'boolean',
  Date: 'string',
  DateTime: 'string',
  Upload: 'Blob',
}

/** What is sent, as interfaces. */
export function inputDeclarations(
  inputs: readonly Shape[],
  stems: readonly string[],
  model: Model,
): Declaration[] {
  const inserts = inputs.filter(({ name }) => stems.some((stem) => name === `${stem}Insert`))
  const common = sharedOf(COMMON, inserts, written)
  return [common, ...inputs].map((shape) => declaration(shape))

  function declaration(shape: Shape): Declaration {
    const insert = inserts.find(({ name }) => name === shape.name.replace(/Update$/, 'Insert'))
    if (insert && insert !== shape && isPartial(shape, insert)) {
      const id = shape.fields.filter(({ name }) => name === 'documentId')
      const text = interfaceText(shape.name, `Partial<${insert.name}>`, id.map(written))
      return { name: shape.name, text, needs: [insert.name] }
    }
    const shared = common.of.includes(shape.name) ? common : undefined
    const fields = ownFields(shape, shared)
    const needs = fields.map(({ type }) => type).filter((type) => model.inputs.has(type))
    return {
      name: shape.name,
      text: interfaceText(shape.name, shared?.name ?? '', fields.map(written)),
      needs: shared ? [...needs, shared.name] : needs,
    }
  }

  function written({ name, type, list, required }: Field): string {
    const one = SCALARS[type] ?? (model.inputs.has(type) ? type : wordsOf(type))
    const many = list ? `readonly ${one.includes('|') ? `(${one})` : one}[]` : one
    return required ? `${name}: ${many}` : `${name}?: Maybe<${many}>`
  }

  function wordsOf(type: string): string {
    return (model.enums.get(type) ?? []).map((word) => `'${word}'`).join(' | ')
  }
}

/** Whether a change takes the id and what an insert takes, nothing of it required. */
function isPartial(update: Shape, insert: Shape): boolean {
  const others = update.fields.filter(({ name }) => name !== 'documentId')
  return (
    others.length === insert.fields.length &&
    others.every(
      (field) =>
        !field.required &&
        insert.fields.some(
          ({ name, type, list }) => name === field.name && type === field.type && list === field.list,
        ),
    )
  )
}
