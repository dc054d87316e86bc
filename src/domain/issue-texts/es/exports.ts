import type { exportTexts as english } from '../en/exports.ts'
import type { TextsLike } from '../texts-like.ts'

export const exportTexts = {
  unknown_relation: {
    text: 'Moloni no tiene ningún cliente con el número {thing}.',
    todo: 'Cree el cliente en Moloni, o corrija el número de cliente.',
  },
  relation_ambiguous: {
    text: 'Moloni tiene más de un cliente con el número {thing}.',
    todo: 'Asigne a cada cliente un número propio en Moloni.',
  },
  product_ambiguous: {
    text: 'Moloni tiene más de un artículo con la referencia {thing}.',
    todo: 'Asigne a cada artículo una referencia propia en Moloni.',
  },
  no_document_set: {
    text: 'La cuenta no tiene una serie predeterminada y la configuración no indica ninguna.',
    todo: 'Elija la serie en la configuración, o haga una predeterminada en Moloni.',
  },
  invalid_work_order: {
    text: 'No se puede leer el parte de trabajo[ {thing}]: el campo «{field}» falta o está mal.',
    todo: 'Corrija el campo, o comuníquelo a quien hizo la conexión.',
  },
  work_order_too_large: {
    text: 'El parte de trabajo {thing} es mayor que los {max} bytes que se pueden guardar.',
    todo: 'Acorte sus textos.',
  },
  refused_by_moloni: {
    text: 'Moloni ha rechazado el documento[ por «{field}»]: {rule}',
    todo: 'Corrija lo que indica Moloni e intente de nuevo el parte de trabajo.',
  },
  chronology: {
    text: 'La serie ya tiene un documento con fecha {thing} o posterior.',
    todo: 'Elija otra serie, o permita en la configuración una fecha posterior.',
  },
  twin_documents: {
    text: 'Más de un documento lleva la clave de este parte de trabajo: {documents}. No se ha cerrado ninguno.',
    todo: 'Elimine en Moloni los borradores que sobran e inténtelo de nuevo.',
  },
  document_annulled: {
    text: 'El documento de este parte de trabajo se ha anulado en Moloni.',
    todo: 'Descarte el parte de trabajo, o vincúlele otro documento.',
  },
  document_taken: {
    text: 'El documento {documentId} ya pertenece a otro parte de trabajo.',
    todo: 'Compruebe ambos partes de trabajo en Moloni.',
  },
  draft_gone: {
    text: 'El borrador de este parte de trabajo se ha eliminado en Moloni.',
    todo: 'Hágalo de nuevo, o descarte el parte de trabajo.',
  },
  old_document: {
    text: 'El documento {thing} ya lleva el número de este parte de trabajo.',
    todo: 'Vincule el documento al parte de trabajo, o haga otro.',
  },
  mismatch: {
    text: 'El documento de Moloni no está como se planificó[: «{field}» es {actual} en lugar de {expected}]. No lo hemos cerrado nosotros.',
    todo: 'Corrija el borrador en Moloni e inténtelo de nuevo, o vincule el documento tal como está.',
  },
  other_rounding_method: {
    text: 'En el documento de Moloni, «{field}» es {actual} en lugar de {expected}, como resulta del otro método de redondeo.',
    todo: 'Configure en la exportación el método de redondeo de la empresa.',
  },
  outcome_unknown: {
    text: 'No se puede saber si Moloni ha creado el documento de este parte de trabajo.',
    todo: 'Mire en Moloni: vincule el documento si está, o hágalo de nuevo si no está.',
  },
  gave_up: {
    text: 'La exportación ha fallado demasiadas veces (intentos: {tries}; última causa: {cause}).',
    todo: 'Compruebe la conexión e inténtelo de nuevo.',
  },
  waiting_to_retry: {
    text: 'La exportación ha fallado (intentos: {tries}; última causa: {cause}).',
    todo: 'No hay que hacer nada; se intentará de nuevo automáticamente.',
  },
  acknowledge_failed: {
    text: 'El documento está hecho, pero el software de partes de trabajo aún no lo ha confirmado (intentos: {tries}).',
    todo: 'Compruebe el software de partes de trabajo; se le avisará de nuevo automáticamente.',
  },
  credit_by_hand: {
    text: 'El documento del parte de trabajo {thing} no se puede rectificar desde aquí: no se conoce el plan con el que se hizo.',
    todo: 'Haga la factura rectificativa en Moloni y después descarte este caso.',
  },
  pdf_missing: {
    text: 'El documento está hecho, pero no se ha podido obtener su versión impresa ({cause}).',
    todo: 'Imprímalo en Moloni.',
  },
  no_mail_address: {
    text: 'El documento está hecho, pero el cliente al que se factura {thing} no tiene correo electrónico.',
    todo: 'Envíelo desde Moloni.',
  },
  mail_failed: {
    text: 'El documento está hecho, pero Moloni no lo ha enviado por correo electrónico ({cause}).',
    todo: 'Envíelo desde Moloni.',
  },
  mail_unknown: {
    text: 'El documento está hecho; no se puede saber si Moloni lo ha enviado por correo electrónico. No se reenvía automáticamente.',
    todo: 'Mire en Moloni si se ha enviado.',
  },
  corrected_after_close: {
    text: 'El parte de trabajo {thing} se ha modificado después de cerrarse su documento.',
    todo: 'Emita en Moloni una factura rectificativa y un documento nuevo, o deje el documento como está.',
  },
  reopened_after_close: {
    text: 'El parte de trabajo {thing} tiene un documento y se ha vuelto a abrir en el software de partes de trabajo.',
    todo: 'Complételo de nuevo como estaba. Si el trabajo ha cambiado, haga emitir el documento de nuevo.',
  },
  kind_changed: {
    text: 'El parte de trabajo se ha corregido y ahora daría otro tipo de documento ({wanted}); el borrador {documentId} es del tipo {kind}.',
    todo: 'Elimine el borrador en Moloni y haga el documento de nuevo.',
  },
  ledger_incomplete: {
    text: 'Puede que Moloni tenga un documento nuestro que aquí no se conoce; un documento colectivo podría facturar el trabajo dos veces.',
    todo: 'Mire en Moloni si este trabajo ya está facturado; después descártelo, o haga el documento de nuevo.',
  },
} as const satisfies TextsLike<typeof english>
