import type { IssueText } from '../../issue-text.ts'

/** What keeps a record from being carried over between Moloni and the host. */
export const importTexts = {
  missing_field: {
    text: 'The field "{field}" of {thing} is empty in Moloni, and the settings ask for it.',
    todo: 'Complete it in Moloni, or ask for less in the import settings.',
  },
  number_conflict: {
    text: 'Number {thing} stands for different customers in Moloni and in the work-order software: their tax numbers differ.',
    todo: 'Correct the tax number that is wrong, or give one of them another number.',
  },
  match_ambiguous: {
    text: 'Nobody can tell which customer of Moloni ({customers}) is which one of the work-order software ({candidates}): they share a tax number.',
    todo: 'Give the customer in the work-order software the number that it has in Moloni, or merge what is double.',
  },
  local_edit: {
    text: 'The field "{field}" of {thing} was changed in the work-order software and in Moloni.',
    todo: 'Enter the same on both sides, or say in the import settings who leads the field.',
  },
  host_record_vanished: {
    text: '{thing} was removed in the work-order software, and Moloni still has it.',
    todo: 'Restore it there, remove it in Moloni, or have the import settings make it again.',
  },
  link_conflict: {
    text: 'Two records in Moloni stand for {thing} in the work-order software.',
    todo: 'Merge them, or give each a number of its own.',
  },
  unreadable_row: {
    text: 'Record {thing} of Moloni cannot be read ({field}).',
    todo: 'Report it to the maker of the connection.',
  },
} as const satisfies Record<string, IssueText>
