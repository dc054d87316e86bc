import type { recordTexts as english } from '../en/records.ts'
import type { TextsLike } from '../texts-like.ts'

export const recordTexts = {
  missing_number: {
    text: 'El cliente {thing} no tiene número en Moloni.',
    todo: 'Asigne un número al cliente en Moloni.',
  },
  missing_name: {
    text: 'Falta el nombre de {thing} en Moloni.',
    todo: 'Rellene el nombre en Moloni.',
  },
  missing_street: {
    text: 'El cliente {thing} no tiene calle en Moloni.',
    todo: 'Complete la dirección del cliente en Moloni.',
  },
  missing_postal_code: {
    text: 'El cliente {thing} no tiene código postal en Moloni.',
    todo: 'Complete la dirección del cliente en Moloni.',
  },
  missing_city: {
    text: 'El cliente {thing} no tiene población en Moloni.',
    todo: 'Complete la dirección del cliente en Moloni.',
  },
  missing_tax_number: {
    text: 'El cliente {thing} no tiene NIF.',
    todo: 'Indique el NIF; en Portugal, 999999990 para el consumidor final.',
  },
  invalid_tax_number: {
    text: 'El NIF de {thing} no es válido en su país.',
    todo: 'Corrija el NIF.',
  },
  invalid_postal_code: {
    text: 'El código postal de {thing} no tiene el formato 1234-567.',
    todo: 'Corrija el código postal.',
  },
  missing_reference: {
    text: 'El artículo {thing} no tiene referencia en Moloni.',
    todo: 'Asigne una referencia al artículo en Moloni.',
  },
  missing_price: {
    text: 'El artículo {thing} no tiene precio en Moloni.',
    todo: 'Indique el precio del artículo en Moloni.',
  },
  unknown_unit: {
    text: 'La unidad del artículo {thing} no está descrita; se ha tomado como material.',
    todo: 'Compruebe la unidad del artículo en Moloni.',
  },
  too_long: {
    text: 'El campo «{field}»[ de {thing}] es más largo de lo permitido[: {max} caracteres como máximo].',
    todo: 'Acorte el texto; nunca se corta automáticamente.',
  },
} as const satisfies TextsLike<typeof english>
