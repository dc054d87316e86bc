import type { IssueText } from '../../issue-text.ts'

/** Why a host did not take a record. */
export const hostTexts = {
  host_error: {
    text: 'The work-order software failed on record {thing} of Moloni.',
    todo: 'Nothing to do; it is tried again. If it stays, report it to the maker of the work-order software.',
  },
  refused_by_host: {
    text: 'The work-order software did not take record {thing} of Moloni[ because of the field "{field}"].',
    todo: 'Correct the record in Moloni or in the work-order software.',
  },
  host_needs_field: {
    text: 'The work-order software asks for the field "{field}", which record {thing} of Moloni does not have.',
    todo: 'Complete it in Moloni.',
  },
  wrong_value: {
    text: 'The work-order software does not take the field "{field}" of record {thing} of Moloni.',
    todo: 'Correct it in Moloni.',
  },
  key_taken: {
    text: 'The number or code of record {thing} of Moloni belongs to another record in the work-order software.',
    todo: 'Give one of them another number or code; it is tried again by itself.',
  },
  external_id_taken: {
    text: 'Record {thing} of Moloni belongs to another system in the work-order software.',
    todo: 'Clear its external id there, or allow taking it over in the settings.',
  },
  not_written: {
    text: 'The work-order software answered that it did not write record {thing} of Moloni.',
    todo: 'Nothing to do; it is tried again. If it stays, report it to the maker of the work-order software.',
  },
} as const satisfies Record<string, IssueText>
