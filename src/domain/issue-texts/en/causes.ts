/** Why something failed, by the code of the error. */
export const causeNames = {
  network: 'the connection to Moloni broke off',
  timeout: 'Moloni did not answer in time',
  rate_limited: 'Moloni received too many requests',
  server_error: 'Moloni reported an error of its own',
  not_json: 'the answer of Moloni cannot be read',
  unexpected_answer: 'the answer of Moloni cannot be read',
  access_refused: 'Moloni refused access to this function',
  refused: 'Moloni refused',
  validation: 'Moloni did not take a value',
  not_found: 'Moloni does not find it',
  search_uncertain: 'the search in Moloni was not complete',
  not_found_by_search: 'the search in Moloni does not show the document yet',
  not_annulled: 'Moloni did not annul the document',
  unexpected: 'an unexpected error',
  host_failed: 'the work-order software failed',
  aborted: 'the run was stopped',
} as const
