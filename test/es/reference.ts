import { buildSchema, type GraphQLField, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import { schemaText } from '../../src/testing/es/sdl.ts'

const built = buildSchema(schemaText())

/** Root fields that answer one record of a type, with the arguments that they need. */
const roots: Readonly<Record<string, string>> = {
  CustomerRead: 'customer(companyId: 1, customerId: 1)',
  ProductRead: 'product(companyId: 1, productId: 1)',
  InvoiceRead: 'invoice(companyId: 1, documentId: 1)',
  CompanyRead: 'company(companyId: 1)',
  DocumentRead: 'document(companyId: 1, documentId: 1)',
}

/** The schema of the interface, as the emulator states it. */
export const schema = {
  schema: built,
  objectType(name: string) {
    const type = built.getType(name)
    if (isObjectType(type) || isInterfaceType(type)) return type
    throw new Error(`There is no type ${name}.`)
  },
  /** The type of record that a field holds; undefined for a value. */
  recordOf({ type }: GraphQLField<unknown, unknown>): string | undefined {
    const named = getNamedType(type)
    return isObjectType(named) || isInterfaceType(named) ? named.name : undefined
  },
  hasValues(name: string): boolean {
    return Object.values(schema.objectType(name).getFields()).some((field) => !schema.recordOf(field))
  },
  rootOf(type: string): string {
    return roots[type] ?? ''
  },
}
