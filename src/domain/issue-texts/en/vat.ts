import type { IssueText } from '../../issue-text.ts'

/** VAT, dates and terms. */
export const vatTexts = {
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
    text: 'Between the work and the date of the document lie more days than allowed: {days} instead of at most {allowed}.',
    todo: 'Issue invoices sooner; ask an accountant if it happens often.',
  },
} as const satisfies Record<string, IssueText>
