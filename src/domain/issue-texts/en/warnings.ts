/** What a person should know of a connection. */
export const warningTexts = {
  needs_login: 'Moloni no longer accepts the login. Log in again; nothing is lost, and the next run goes on.',
  login_lapses: 'The login lapses unless a run refreshes it. Days left: {days}.',
  never_ran: 'This connection has not run yet.',
  last_run_failed: 'The last run failed: {reasons}',
  last_run_partial: 'A part of the last run did not get through: {reasons}',
  webhooks_refused: 'Moloni does not tell of {changes}; such changes arrive with the next run by interval.',
  service_sheets_not_offered:
    'This account lists no type of document named {names}, so no service sheets are read or made. Correct the name in the settings, or switch service sheets off.',
} as const
