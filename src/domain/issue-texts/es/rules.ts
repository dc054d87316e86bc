import type { RuleNames } from '../texts-like.ts'

export const ruleNames = {
  required: 'tiene que estar relleno.',
  email: 'tiene que ser un correo electrónico.',
  unique: 'ya existe.',
  url: 'tiene que ser una dirección web.',
  postal_code: 'tiene que ser un código postal válido.',
  tax_number: 'tiene que ser un NIF válido.',
  date: 'tiene que ser una fecha válida.',
  phone: 'tiene que ser un número de teléfono.',
  associated_document: 'indica un documento que no se puede asociar o ya se ha usado.',
  not_communicable: 'no se puede comunicar a la agencia tributaria.',
  tax_order: 'lleva otro impuesto además del IVA, y el IVA va primero o no es acumulativo.',
  several_vat: 'lleva más de un IVA.',
  customer_unidentified: 'exige un cliente identificado.',
  limit_reached: 'ha alcanzado su límite.',
  database: 'Moloni tuvo un error en su base de datos.',
  unknown_record: 'no existe en esta empresa.',
  default_missing: 'no hay un valor predeterminado en Moloni.',
} as const satisfies RuleNames
