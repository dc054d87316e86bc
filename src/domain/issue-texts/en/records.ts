import type { IssueText } from '../../issue-text.ts'

/** What is missing or wrong in a customer, a product or a user of Moloni. */
export const recordTexts = {
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
    text: 'The field "{field}"[ of {thing}] is longer than allowed[: at most {max} characters].',
    todo: 'Shorten it; it is never cut by itself.',
  },
} as const satisfies Record<string, IssueText>
