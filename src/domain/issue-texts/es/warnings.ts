import type { warningTexts as english } from '../en/warnings.ts'
import type { NamesLike } from '../texts-like.ts'

export const warningTexts = {
  needs_login:
    'Moloni ya no acepta la sesión. Inicie sesión de nuevo; no se pierde nada y la próxima ejecución continúa.',
  login_lapses: 'La sesión caduca si ninguna ejecución la renueva. Días restantes: {days}.',
  never_ran: 'Esta conexión aún no se ha ejecutado.',
  last_run_failed: 'La última ejecución falló: {reasons}',
  last_run_partial: 'Una parte de la última ejecución no se completó: {reasons}',
  webhooks_refused: 'Moloni no avisa de {changes}; esos cambios llegan con la próxima ejecución periódica.',
  service_sheets_not_offered:
    'Esta cuenta no tiene ningún tipo de documento con el nombre {names}, así que no se leen ni se crean hojas de servicio. Corrija el nombre en los ajustes, o desactive las hojas de servicio.',
} as const satisfies NamesLike<typeof english>
