import type { importTexts as english } from '../en/imports.ts'
import type { TextsLike } from '../texts-like.ts'

export const importTexts = {
  missing_field: {
    text: 'Het veld "{field}" van {thing} is in Moloni leeg, en de instellingen vragen erom.',
    todo: 'Vul het in Moloni aan, of vraag minder in de importinstellingen.',
  },
  number_conflict: {
    text: 'Nummer {thing} staat in Moloni en in de werkbonsoftware voor verschillende klanten: hun fiscale nummers verschillen.',
    todo: 'Verbeter het fiscaal nummer dat fout is, of geef een van beide een ander nummer.',
  },
  match_ambiguous: {
    text: 'Niemand kan zeggen welke klant van Moloni ({customers}) welke van de werkbonsoftware is ({candidates}): ze hebben hetzelfde fiscaal nummer.',
    todo: 'Geef de klant in de werkbonsoftware het nummer dat hij in Moloni heeft, of voeg samen wat dubbel is.',
  },
  local_edit: {
    text: 'Het veld "{field}" van {thing} is in de werkbonsoftware en in Moloni gewijzigd.',
    todo: 'Vul aan beide kanten hetzelfde in, of kies in de importinstellingen wie het veld bepaalt.',
  },
  host_record_vanished: {
    text: '{thing} is in de werkbonsoftware verwijderd, en Moloni heeft het nog.',
    todo: 'Zet het daar terug, verwijder het in Moloni, of laat het via de importinstellingen opnieuw maken.',
  },
  link_conflict: {
    text: 'Twee gegevens in Moloni staan voor {thing} in de werkbonsoftware.',
    todo: 'Voeg ze samen, of geef elk een eigen nummer.',
  },
  unreadable_row: {
    text: 'Gegeven {thing} van Moloni is niet te lezen ({field}).',
    todo: 'Meld het bij de maker van de koppeling.',
  },
} as const satisfies TextsLike<typeof english>
