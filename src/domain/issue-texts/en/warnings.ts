/** What a person should know of a connection. */
export const warningTexts = {
  needs_login: 'Moloni no longer accepts the login. Log in again; nothing is lost, and the next run goes on.',
  login_lapses: 'The login lapses unless a run refreshes it. Days left: {days}.',
  never_ran: 'This connection has not run yet.',
  last_run_failed: 'The last run failed: {reasons}',
  last_run_partial: 'A part of the last run did not get through: {reasons}',
  webhooks_refused: 'Moloni does not tell of {changes}; such changes arrive with the next run by interval.',
} as const
