import type { causeNames as english } from '../en/causes.ts'
import type { NamesLike } from '../texts-like.ts'

export const causeNames = {
  network: 'de verbinding met Moloni viel weg',
  timeout: 'Moloni antwoordde niet op tijd',
  rate_limited: 'Moloni kreeg te veel vragen',
  server_error: 'Moloni meldde een eigen fout',
  not_json: 'het antwoord van Moloni is niet te lezen',
  unexpected_answer: 'het antwoord van Moloni is niet te lezen',
  access_refused: 'Moloni weigerde toegang tot deze functie',
  refused: 'Moloni weigerde',
  validation: 'Moloni nam een waarde niet aan',
  not_found: 'Moloni vindt het niet',
  search_uncertain: 'het zoeken in Moloni was niet volledig',
  not_found_by_search: 'het zoeken in Moloni toont het document nog niet',
  not_annulled: 'Moloni annuleerde het document niet',
  unexpected: 'een onverwachte fout',
  host_failed: 'de werkbonsoftware ging fout',
  aborted: 'de run is gestopt',
} as const satisfies NamesLike<typeof english>
