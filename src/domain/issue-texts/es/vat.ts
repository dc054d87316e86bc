import type { vatTexts as english } from '../en/vat.ts'
import type { TextsLike } from '../texts-like.ts'

export const vatTexts = {
  no_vat: {
    text: 'No se ha podido determinar el IVA de {thing} ({asked}).',
    todo: 'Asigne al artículo un IVA o una exención en Moloni, o configure un último recurso.',
  },
  unknown_vat_code: {
    text: 'La configuración no dice qué significa el código de IVA {thing}.',
    todo: 'Añada el código a los códigos de IVA de la configuración.',
  },
  vat_not_in_account: {
    text: 'El código de IVA {thing} corresponde a un tipo o una exención que la cuenta no tiene.',
    todo: 'Corrija los códigos de IVA en la configuración, o cree el impuesto en Moloni.',
  },
  unknown_fiscal_zone: {
    text: 'No se conoce la zona fiscal para {thing}.',
    todo: 'Complete el código postal y el país del cliente en Moloni.',
  },
  other_fiscal_zone: {
    text: '{thing} lleva un {rate} %, que la cuenta no tiene en la zona {zone}.',
    todo: 'Compruebe el IVA de esta línea.',
  },
  no_work_date: {
    text: 'El parte de trabajo no tiene fecha de trabajo; el documento lleva la fecha de hoy.',
    todo: 'Indique la fecha de trabajo.',
  },
  unknown_maturity: {
    text: 'No se conocen los días del vencimiento del cliente; el documento vence en su propia fecha.',
    todo: 'Compruebe los vencimientos en Moloni.',
  },
  past_legal_term: {
    text: 'Entre el trabajo y la fecha del documento hay más días de los permitidos: {days} en lugar de {allowed} como máximo.',
    todo: 'Facture antes; consulte a un asesor contable si ocurre a menudo.',
  },
} as const satisfies TextsLike<typeof english>
