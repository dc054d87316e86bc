import type { hostTexts as english } from '../en/hosts.ts'
import type { TextsLike } from '../texts-like.ts'

export const hostTexts = {
  host_error: {
    text: 'De werkbonsoftware ging fout op gegeven {thing} van Moloni.',
    todo: 'U hoeft niets te doen; het wordt opnieuw geprobeerd. Meld het bij de maker van de werkbonsoftware als het zo blijft.',
  },
  refused_by_host: {
    text: 'De werkbonsoftware nam gegeven {thing} van Moloni niet aan[ vanwege het veld "{field}"].',
    todo: 'Verbeter het gegeven in Moloni of in de werkbonsoftware.',
  },
  host_needs_field: {
    text: 'De werkbonsoftware vraagt om het veld "{field}", dat gegeven {thing} van Moloni niet heeft.',
    todo: 'Vul het in Moloni aan.',
  },
  wrong_value: {
    text: 'De werkbonsoftware neemt het veld "{field}" van gegeven {thing} van Moloni niet aan.',
    todo: 'Verbeter het in Moloni.',
  },
  key_taken: {
    text: 'Het nummer of de code van gegeven {thing} van Moloni hoort in de werkbonsoftware bij een ander gegeven.',
    todo: 'Geef een van beide een ander nummer of een andere code; het wordt vanzelf opnieuw geprobeerd.',
  },
  external_id_taken: {
    text: 'Gegeven {thing} van Moloni hoort in de werkbonsoftware bij een ander systeem.',
    todo: 'Maak daar het externe id leeg, of sta in de instellingen toe dat het wordt overgenomen.',
  },
  not_written: {
    text: 'De werkbonsoftware antwoordde dat ze gegeven {thing} van Moloni niet heeft opgeslagen.',
    todo: 'U hoeft niets te doen; het wordt opnieuw geprobeerd. Meld het bij de maker van de werkbonsoftware als het zo blijft.',
  },
} as const satisfies TextsLike<typeof english>
