import type { IssueText } from '../../issue-text.ts'

/** What keeps a record of the host from being carried to Moloni. */
export const pushTexts = {
  name_conflict: {
    text: 'Number {thing} stands for a customer of another name in Moloni, and one of both has no tax number to tell them apart.',
    todo: 'Enter the tax number on both sides, or give one of them another number.',
  },
  product_of_other_kind: {
    text: 'The product {thing} in Moloni is counted in hours where the work-order software has a material, or the other way round.',
    todo: 'Correct the unit in Moloni, or give one of them another number.',
  },
  renumbered: {
    text: 'The customer or product {thing} has number {number} in Moloni now.',
    todo: 'Give it one number on both sides.',
  },
  record_refused: {
    text: 'Moloni refused {thing}[ because of "{field}"]: {rule}',
    todo: 'Correct what Moloni names; it is tried again by itself.',
  },
  moloni_failed: {
    text: 'Moloni did not take {thing}.',
    todo: 'Nothing to do; it is tried again.',
  },
  invalid_host_record: {
    text: 'The field "{field}" of {thing} is missing or wrong in the work-order software.',
    todo: 'Correct it there.',
  },
  push_setting_missing: {
    text: 'The setting {thing} is missing, without which it cannot be made in Moloni.',
    todo: 'Choose it in the settings.',
  },
  unit_not_in_account: {
    text: 'The account has no unit with id {thing} ({setting}).',
    todo: 'Correct the unit in the settings, or create it in Moloni.',
  },
  unit_of_other_kind: {
    text: 'Unit {thing} ({setting}) is an hour where none is meant, or none where one is.',
    todo: 'Correct the unit in the settings, or the units that count as hours.',
  },
  country_not_in_account: {
    text: 'Moloni has no country {thing}.',
    todo: 'Correct the country; two letters are meant, such as PT.',
  },
  will_be_created: {
    text: 'Moloni does not have {thing} yet; it will be made there.',
    todo: 'Nothing to do; the next run makes it.',
  },
  being_created: {
    text: '{thing} is being made in Moloni, and whether it is there is not known yet.',
    todo: 'Nothing to do; Moloni is looked at again.',
  },
} as const satisfies Record<string, IssueText>
