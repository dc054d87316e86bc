import type { causeNames as english } from '../en/causes.ts'
import type { NamesLike } from '../texts-like.ts'

export const causeNames = {
  network: 'se cortó la conexión con Moloni',
  timeout: 'Moloni no respondió a tiempo',
  rate_limited: 'Moloni recibió demasiadas peticiones',
  server_error: 'Moloni comunicó un error interno',
  not_json: 'no se puede leer la respuesta de Moloni',
  unexpected_answer: 'no se puede leer la respuesta de Moloni',
  access_refused: 'Moloni denegó el acceso a esta función',
  refused: 'Moloni lo rechazó',
  validation: 'Moloni no aceptó un valor',
  not_found: 'Moloni no lo encuentra',
  search_uncertain: 'la búsqueda en Moloni no fue completa',
  not_found_by_search: 'la búsqueda en Moloni aún no muestra el documento',
  not_annulled: 'Moloni no anuló el documento',
  unexpected: 'un error inesperado',
  host_failed: 'el software de partes de trabajo falló',
  aborted: 'la ejecución se detuvo',
} as const satisfies NamesLike<typeof english>
