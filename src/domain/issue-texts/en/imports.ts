import type { IssueText } from '../../issue-text.ts'

/** What keeps a record from being carried over between Moloni and the host. */
export const importTexts = {
  missing_field: {
    text: '{thing} has no {field} in Moloni, which the settings ask for.',
    todo: 'Complete it in Moloni, or ask for less in the import settings.',
  },
  number_conflict: {
    text: 'Number {thing} stands for different customers in Moloni and at the host: their tax numbers differ.',
    todo: 'Correct the tax number that is wrong, or give one of them another number.',
  },
  match_ambiguous: {
    text: 'Nobody can tell which customer of Moloni ({customers}) is which record of the host ({candidates}): they share a tax number.',
    todo: "Give the host's record the number that its customer has in Moloni, or merge what is double.",
  },
  local_edit: {
    text: 'Field {field} of {thing} was changed at the host and in Moloni.',
    todo: 'Enter the same on both sides, or say in the import settings who leads the field.',
  },
  host_record_vanished: {
    text: '{thing} was removed at the host, and Moloni still has it.',
    todo: 'Restore it at the host, remove it in Moloni, or have the import settings make it again.',
  },
} as const satisfies Record<string, IssueText>
