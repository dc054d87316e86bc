import type { warningTexts as english } from '../en/warnings.ts'
import type { NamesLike } from '../texts-like.ts'

export const warningTexts = {
  needs_login:
    'O Moloni já não aceita a sessão. Inicie sessão novamente; nada se perde e a próxima execução continua.',
  login_lapses: 'A sessão expira se nenhuma execução a renovar. Dias restantes: {days}.',
  never_ran: 'Esta ligação ainda não foi executada.',
  last_run_failed: 'A última execução falhou: {reasons}',
  last_run_partial: 'Uma parte da última execução não foi concluída: {reasons}',
  webhooks_refused:
    'O Moloni não avisa de {changes}; essas alterações chegam com a próxima execução periódica.',
  service_sheets_not_offered:
    'Esta conta não tem nenhum tipo de documento com o nome {names}, por isso não são lidas nem criadas folhas de serviço. Corrija o nome nas definições, ou desligue as folhas de serviço.',
} as const satisfies NamesLike<typeof english>
