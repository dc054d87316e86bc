import type { importTexts as english } from '../en/imports.ts'
import type { TextsLike } from '../texts-like.ts'

export const importTexts = {
  missing_field: {
    text: 'El campo «{field}» de {thing} está vacío en Moloni y la configuración lo exige.',
    todo: 'Rellénelo en Moloni, o exija menos en la configuración de la importación.',
  },
  number_conflict: {
    text: 'El número {thing} corresponde a clientes distintos en Moloni y en el software de partes de trabajo: sus NIF no coinciden.',
    todo: 'Corrija el NIF que esté mal, o dé otro número a uno de ellos.',
  },
  match_ambiguous: {
    text: 'No se puede saber qué cliente de Moloni ({customers}) es cuál del software de partes de trabajo ({candidates}): tienen el mismo NIF.',
    todo: 'Dé al cliente del software de partes de trabajo el número que tiene en Moloni, o fusione lo duplicado.',
  },
  local_edit: {
    text: 'El campo «{field}» de {thing} se ha modificado en el software de partes de trabajo y en Moloni.',
    todo: 'Ponga lo mismo en ambos lados, o elija en la configuración de la importación quién manda en el campo.',
  },
  host_record_vanished: {
    text: '{thing} se ha eliminado en el software de partes de trabajo y sigue en Moloni.',
    todo: 'Restáurelo allí, elimínelo en Moloni, o deje que la configuración de la importación lo cree de nuevo.',
  },
  link_conflict: {
    text: 'Dos registros de Moloni corresponden a {thing} en el software de partes de trabajo.',
    todo: 'Fusiónelos, o dé a cada uno su propio número.',
  },
  unreadable_row: {
    text: 'No se puede leer el registro {thing} de Moloni ({field}).',
    todo: 'Comuníquelo a quien hizo la conexión.',
  },
} as const satisfies TextsLike<typeof english>
