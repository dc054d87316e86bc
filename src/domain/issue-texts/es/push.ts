import type { pushTexts as english } from '../en/push.ts'
import type { TextsLike } from '../texts-like.ts'

export const pushTexts = {
  name_conflict: {
    text: 'El número {thing} corresponde en Moloni a un cliente con otro nombre, y uno de los dos no tiene NIF que los distinga.',
    todo: 'Ponga el NIF en ambos lados, o dé otro número a uno de ellos.',
  },
  product_of_other_kind: {
    text: 'El producto {thing} se cuenta en horas en Moloni, mientras que en el software de partes de trabajo es material, o al revés.',
    todo: 'Corrija la unidad en Moloni, o dé otro número a uno de ellos.',
  },
  renumbered: {
    text: 'El cliente o producto {thing} tiene ahora el número {number} en Moloni.',
    todo: 'Déle el mismo número en ambos lados.',
  },
  record_refused: {
    text: 'Moloni ha rechazado {thing}[ por «{field}»]: {rule}',
    todo: 'Corrija lo que indica Moloni; se intentará de nuevo automáticamente.',
  },
  moloni_failed: {
    text: 'Moloni no ha aceptado {thing}.',
    todo: 'No hay que hacer nada; se intentará de nuevo.',
  },
  invalid_host_record: {
    text: 'El campo «{field}» de {thing} falta o es incorrecto en el software de partes de trabajo.',
    todo: 'Corríjalo allí.',
  },
  push_setting_missing: {
    text: 'Falta el ajuste {thing}, sin el cual no se puede crear en Moloni.',
    todo: 'Elíjalo en la configuración.',
  },
  unit_not_in_account: {
    text: 'La cuenta no tiene ninguna unidad con id {thing} ({setting}).',
    todo: 'Corrija la unidad en la configuración, o créela en Moloni.',
  },
  unit_of_other_kind: {
    text: 'La unidad {thing} ({setting}) es una hora donde no debe serlo, o no lo es donde debe.',
    todo: 'Corrija la unidad en la configuración, o las unidades que cuentan como horas.',
  },
  country_not_in_account: {
    text: 'Moloni no tiene el país {thing}.',
    todo: 'Corrija el país; son dos letras, como PT.',
  },
  will_be_created: {
    text: 'Moloni aún no tiene {thing}; se creará allí.',
    todo: 'No hay que hacer nada; la próxima ejecución lo crea.',
  },
  being_created: {
    text: '{thing} se está creando en Moloni, y aún no se sabe si ya está.',
    todo: 'No hay que hacer nada; se mirará de nuevo en Moloni.',
  },
} as const satisfies TextsLike<typeof english>
