import type { IssueText } from '../../issue-text.ts'

/** Who and what is billed. */
export const billingTexts = {
  no_customer: {
    text: 'The work order does not say which customer is billed[ ({thing})].',
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
    text: 'A quantity on the work order is zero[: {thing}].',
    todo: 'Enter the quantity on the work order, or let the settings leave such lines out.',
  },
  negative_quantity: {
    text: 'A quantity on the work order is negative[: {thing}].',
    todo: 'Correct the quantity; a return is a credit note, made in Moloni.',
  },
  negative_price: {
    text: 'A price on the work order is negative[: {thing}].',
    todo: 'Correct the price, or give a discount instead.',
  },
  missing_material_code: {
    text: 'A material was typed in without a code[: {thing}].',
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
    text: 'The settings name no payment method of Moloni for the one of the work order[ ({thing})].',
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
} as const satisfies Record<string, IssueText>
