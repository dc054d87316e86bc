import * as z from 'zod'

const id = z.number().int().positive()

/**
 * Whether records of the host become records of Moloni: not at all; those that Moloni does not have; or also changes of the fields
 * that the import settings say the host leads.
 */
const mode = z.enum(['off', 'createMissing', 'upsert']).default('off')

/** The VAT of a new product: a tax of the account by its id or its rate in percent, or an exemption of the account. */
const vat = z.union([
  z.strictObject({ taxId: id }),
  z.strictObject({ rate: z.number().positive() }),
  z.strictObject({ exemption: z.string().min(1) }),
])

/**
 * From the host to Moloni, on hosts whose sink can read. What a record does not tell and Moloni wants to know stands here; exports
 * that create what is missing use it too.
 */
export const pushSettings = z
  .strictObject({
    /** Relations become customers. */
    relations: z
      .strictObject({
        mode,
        /** ISO 3166-1 alpha-2, of relations that state no country; that of most accounts of the platform when absent. */
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
        /** ISO 639-1, of relations that state no language; that of most accounts of the platform when absent. */
        language: z
          .string()
          .regex(/^[a-z]{2}$/)
          .optional(),
        /** Ids in Moloni; none when absent. */
        maturityDateId: id.optional(),
        paymentMethodId: id.optional(),
        deliveryMethodId: id.optional(),
      })
      .prefault({}),
    /** Materials become products. */
    materials: z
      .strictObject({
        mode,
        /** Moloni's ids of the category and the unit that new products get; needed to make one. */
        categoryId: id.optional(),
        unitId: id.optional(),
        /** The unit of products that are made of hour types; needed to make one. */
        hourUnitId: id.optional(),
        /** Of records that state no VAT; needed for those. */
        vat: vat.optional(),
      })
      .prefault({}),
  })
  .prefault({})
