import type { warningTexts as english } from '../en/warnings.ts'
import type { NamesLike } from '../texts-like.ts'

export const warningTexts = {
  needs_login:
    'Moloni accepteert de aanmelding niet meer. Meld u opnieuw aan; er gaat niets verloren, en de volgende run gaat verder.',
  login_lapses: 'De aanmelding verloopt als geen run die vernieuwt. Resterende dagen: {days}.',
  never_ran: 'Deze koppeling heeft nog niet gedraaid.',
  last_run_failed: 'De laatste run is mislukt: {reasons}',
  last_run_partial: 'Een deel van de laatste run is niet doorgekomen: {reasons}',
  webhooks_refused: 'Moloni meldt {changes} niet; zulke wijzigingen komen mee met de volgende geplande run.',
  service_sheets_not_offered:
    'Dit account kent geen documenttype met de naam {names}, dus er worden geen servicebonnen gelezen of gemaakt. Verbeter de naam in de instellingen, of zet servicebonnen uit.',
} as const satisfies NamesLike<typeof english>
