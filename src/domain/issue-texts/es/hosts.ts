import type { hostTexts as english } from '../en/hosts.ts'
import type { TextsLike } from '../texts-like.ts'

export const hostTexts = {
  host_error: {
    text: 'El software de partes de trabajo ha fallado con el registro {thing} de Moloni.',
    todo: 'No hay que hacer nada; se intentará de nuevo. Si persiste, comuníquelo a quien hizo el software de partes de trabajo.',
  },
  refused_by_host: {
    text: 'El software de partes de trabajo no ha aceptado el registro {thing} de Moloni[ por el campo «{field}»].',
    todo: 'Corrija el registro en Moloni o en el software de partes de trabajo.',
  },
  host_needs_field: {
    text: 'El software de partes de trabajo exige el campo «{field}», que el registro {thing} de Moloni no tiene.',
    todo: 'Rellénelo en Moloni.',
  },
  wrong_value: {
    text: 'El software de partes de trabajo no acepta el campo «{field}» del registro {thing} de Moloni.',
    todo: 'Corríjalo en Moloni.',
  },
  key_taken: {
    text: 'El número o código del registro {thing} de Moloni pertenece a otro registro en el software de partes de trabajo.',
    todo: 'Dé a uno de ellos otro número o código; se intentará de nuevo automáticamente.',
  },
  external_id_taken: {
    text: 'El registro {thing} de Moloni pertenece a otro sistema en el software de partes de trabajo.',
    todo: 'Borre allí el id externo, o permita en la configuración que se asuma.',
  },
  not_written: {
    text: 'El software de partes de trabajo ha respondido que no ha guardado el registro {thing} de Moloni.',
    todo: 'No hay que hacer nada; se intentará de nuevo. Si persiste, comuníquelo a quien hizo el software de partes de trabajo.',
  },
} as const satisfies TextsLike<typeof english>
