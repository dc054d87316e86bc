import { exportIssueTexts } from './export-issue-texts.ts'
import { importIssueTexts } from './import-issue-texts.ts'
import type { Issue } from './issue.ts'
import type { IssueText } from './issue-text.ts'

const en = {
  // Relations, materials, hour types, employees
  missing_number: {
    text: 'Customer {thing} has no number in Moloni.',
    todo: 'Give the customer a number in Moloni.',
  },
  missing_name: {
    text: '{thing} has no name in Moloni.',
    todo: 'Give it a name in Moloni.',
  },
  missing_street: {
    text: 'Customer {thing} has no street in Moloni.',
    todo: "Complete the customer's address in Moloni.",
  },
  missing_postal_code: {
    text: 'Customer {thing} has no postal code in Moloni.',
    todo: "Complete the customer's address in Moloni.",
  },
  missing_city: {
    text: 'Customer {thing} has no city in Moloni.',
    todo: "Complete the customer's address in Moloni.",
  },
  missing_tax_number: {
    text: 'Customer {thing} has no tax number.',
    todo: 'Enter the tax number; in Portugal 999999990 for a final consumer.',
  },
  invalid_tax_number: {
    text: 'The tax number of {thing} is not a valid one of its country.',
    todo: 'Correct the tax number.',
  },
  invalid_postal_code: {
    text: 'The postal code of {thing} is not of the form 1234-567.',
    todo: 'Correct the postal code.',
  },
  missing_reference: {
    text: 'Product {thing} has no reference in Moloni.',
    todo: 'Give the product a reference in Moloni.',
  },
  missing_price: {
    text: 'Product {thing} has no price in Moloni.',
    todo: 'Give the product a price in Moloni.',
  },
  unknown_unit: {
    text: 'The unit of product {thing} is not described; it was taken as a material.',
    todo: 'Check the unit of the product in Moloni.',
  },
  too_long: {
    text: '{field} of {thing} is longer than the {max} characters that Moloni takes.',
    todo: 'Shorten it; it is never cut by itself.',
  },

  // Who and what is billed
  no_customer: {
    text: 'The work order does not say which customer is billed ({thing}).',
    todo: 'Choose a customer with a debtor number on the work order.',
  },
  missing_address: {
    text: 'Customer {thing} has no complete address in Moloni, which an invoice needs.',
    todo: 'Complete street, postal code and city in Moloni, then try again.',
  },
  inactive_customer: {
    text: 'Customer {thing} is hidden in Moloni.',
    todo: 'Check whether the customer was merged or archived.',
  },
  nothing_to_bill: {
    text: 'The work order has nothing to bill.',
    todo: 'Add materials or hours, or dismiss the work order.',
  },
  zero_quantity: {
    text: 'The quantity of {thing} is zero.',
    todo: 'Enter the quantity on the work order, or let the settings leave such lines out.',
  },
  negative_quantity: {
    text: 'The quantity of {thing} is negative.',
    todo: 'Correct the quantity; a return is a credit note, made in Moloni.',
  },
  negative_price: {
    text: 'The price of {thing} is negative.',
    todo: 'Correct the price, or give a discount instead.',
  },
  missing_material_code: {
    text: 'The material "{thing}" was typed in without a code.',
    todo: 'Choose a material, or set a product for materials without a code.',
  },
  missing_hour_type: {
    text: 'A work period has no hour type.',
    todo: 'Choose an hour type, or set a product for periods without one.',
  },
  unknown_material: {
    text: 'Moloni has no product with reference {thing}.',
    todo: 'Create the product in Moloni, or correct the material on the work order.',
  },
  unknown_hour_type: {
    text: 'Moloni has no product with reference {thing} for this hour type.',
    todo: 'Create the product in Moloni, or correct the hour type on the work order.',
  },
  unknown_travel_product: {
    text: 'Moloni has no product with reference {thing}, on which travel is billed.',
    todo: 'Correct the travel product in the settings, or create it in Moloni.',
  },
  unknown_fallback: {
    text: 'Moloni has no product with reference {thing}, on which unknown materials or hour types are billed.',
    todo: 'Correct the product in the settings, or create it in Moloni.',
  },
  booked_on_fallback: {
    text: 'Moloni has no product with reference {thing}; the line is billed on {product}.',
    todo: 'Create the product in Moloni, or correct the work order.',
  },
  unknown_withholding: {
    text: 'The account has no withholding of tax with id {thing}.',
    todo: 'Correct the withholding in the settings, or create it in Moloni.',
  },
  no_payment_method: {
    text: 'The settings name no payment method of Moloni for the one of the work order ({thing}).',
    todo: 'Add it to the payment methods in the settings, or name one for all others.',
  },
  unknown_payment_method: {
    text: 'The account has no payment method with id {thing}.',
    todo: 'Correct the payment methods in the settings, or create it in Moloni.',
  },
  no_price: {
    text: 'Neither the work order nor Moloni has a price for {thing}.',
    todo: 'Give the product a price in Moloni.',
  },
  zero_price: {
    text: '{thing} is billed at a price of zero.',
    todo: 'Check the price of the product in Moloni.',
  },
  inactive_product: {
    text: 'Product {thing} is hidden in Moloni.',
    todo: 'Check whether it should still be billed.',
  },
  unknown_warehouse: {
    text: 'Moloni has no warehouse {thing}; the line goes without one.',
    todo: 'Give the warehouse this code in Moloni.',
  },
  fixed_tax: {
    text: '{thing} carries a tax that is an amount and not a percentage.',
    todo: 'Compare the total of the draft in Moloni.',
  },
  hours_rounded_away: {
    text: 'The time on {thing} is rounded to nothing and left off.',
    todo: 'Check the rounding of hours in the settings.',
  },
  minimum_without_hours: {
    text: 'The work order states minimum hours but has no work periods; none are billed.',
    todo: 'Add a work period if the minimum is to be billed.',
  },

  // VAT and dates
  no_vat: {
    text: 'No VAT could be decided for {thing} ({asked}).',
    todo: 'Give the product a VAT or an exemption in Moloni, or set a last resort.',
  },
  unknown_vat_code: {
    text: 'The settings do not say what VAT code {thing} means.',
    todo: 'Add the code to the VAT codes in the settings.',
  },
  vat_not_in_account: {
    text: 'VAT code {thing} stands for a rate or exemption that the account does not have.',
    todo: 'Correct the VAT codes in the settings, or create the tax in Moloni.',
  },
  unknown_fiscal_zone: {
    text: 'The fiscal zone for {thing} is unknown.',
    todo: "Complete the customer's postal code and country in Moloni.",
  },
  other_fiscal_zone: {
    text: '{thing} gets {rate} %, which the account does not have in zone {zone}.',
    todo: 'Check the VAT of this line.',
  },
  no_work_date: {
    text: 'The work order has no work date; the document is dated today.',
    todo: 'Enter the work date.',
  },
  unknown_maturity: {
    text: "The days of the customer's payment term are unknown; the document is due on its own date.",
    todo: 'Check the payment terms in Moloni.',
  },
  past_legal_term: {
    text: 'The work was done {days} days before the date of the document; {allowed} are allowed.',
    todo: 'Issue invoices sooner; ask an accountant if it happens often.',
  },
  ...exportIssueTexts,
  ...importIssueTexts,
} as const satisfies Record<string, IssueText>

/** Every code that a mapper may give. */
export type IssueCode = keyof typeof en

/** Texts by language (ISO 639-1), then by code. */
export const issueTexts = { en } as const

export type IssueLanguage = keyof typeof issueTexts

/** Every code that a mapper may give, in the order of the table. */
// The keys of a constant object are exactly its type's keys.
export const issueCodes = Object.keys(en) as readonly IssueCode[]

/**
 * The text of an issue with its facts filled in. A fact that the issue does not state is printed as a dash; a
 * code without a text is printed as itself.
 *
 * @example issueText({ code: 'unknown_material', thing: 'BOMB-9', severity: 'error' }).text
 * // 'Moloni has no product with reference BOMB-9.'
 */
export function issueText(issue: Issue, language: IssueLanguage = 'en'): IssueText {
  const texts: Readonly<Record<string, IssueText>> = issueTexts[language]
  const { text, todo } = texts[issue.code] ?? { text: issue.code, todo: '' }
  const facts: Readonly<Record<string, string | number | undefined>> = {
    ...issue.details,
    thing: issue.thing,
    field: issue.field,
  }
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '-'))
  return { text: fill(text), todo: fill(todo) }
}
