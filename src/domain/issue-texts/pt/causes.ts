import type { causeNames as english } from '../en/causes.ts'
import type { NamesLike } from '../texts-like.ts'

export const causeNames = {
  network: 'a ligação ao Moloni caiu',
  timeout: 'o Moloni não respondeu a tempo',
  rate_limited: 'o Moloni recebeu demasiados pedidos',
  server_error: 'o Moloni comunicou um erro interno',
  not_json: 'não é possível ler a resposta do Moloni',
  unexpected_answer: 'não é possível ler a resposta do Moloni',
  access_refused: 'o Moloni recusou o acesso a esta função',
  refused: 'o Moloni recusou',
  validation: 'o Moloni não aceitou um valor',
  not_found: 'o Moloni não o encontra',
  search_uncertain: 'a pesquisa no Moloni não foi completa',
  not_found_by_search: 'a pesquisa no Moloni ainda não mostra o documento',
  not_annulled: 'o Moloni não anulou o documento',
  unexpected: 'um erro inesperado',
  host_failed: 'o software de ordens de trabalho falhou',
  aborted: 'a execução foi parada',
} as const satisfies NamesLike<typeof english>
