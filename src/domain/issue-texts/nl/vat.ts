import type { vatTexts as english } from '../en/vat.ts'
import type { TextsLike } from '../texts-like.ts'

export const vatTexts = {
  no_vat: {
    text: 'Voor {thing} was geen btw te bepalen ({asked}).',
    todo: 'Geef het artikel in Moloni een btw-tarief of een vrijstelling, of stel een laatste uitweg in.',
  },
  unknown_vat_code: {
    text: 'De instellingen zeggen niet wat btw-code {thing} betekent.',
    todo: 'Voeg de code toe aan de btw-codes in de instellingen.',
  },
  vat_not_in_account: {
    text: 'Btw-code {thing} staat voor een tarief of vrijstelling die de administratie niet heeft.',
    todo: 'Verbeter de btw-codes in de instellingen, of maak de belasting in Moloni aan.',
  },
  unknown_fiscal_zone: {
    text: 'De fiscale zone voor {thing} is onbekend.',
    todo: 'Vul in Moloni de postcode en het land van de klant aan.',
  },
  other_fiscal_zone: {
    text: '{thing} krijgt {rate} %, dat de administratie in zone {zone} niet heeft.',
    todo: 'Controleer de btw van deze regel.',
  },
  no_work_date: {
    text: 'De werkbon heeft geen werkdatum; het document krijgt de datum van vandaag.',
    todo: 'Vul de werkdatum in.',
  },
  unknown_maturity: {
    text: 'De dagen van de betalingstermijn van de klant zijn onbekend; het document vervalt op zijn eigen datum.',
    todo: 'Controleer de betalingstermijnen in Moloni.',
  },
  past_legal_term: {
    text: 'Tussen het werk en de datum van het document liggen meer dagen dan toegestaan: {days} in plaats van hoogstens {allowed}.',
    todo: 'Factureer eerder; vraag een boekhouder om raad als het vaak gebeurt.',
  },
} as const satisfies TextsLike<typeof english>
