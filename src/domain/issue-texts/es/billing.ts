import type { billingTexts as english } from '../en/billing.ts'
import type { TextsLike } from '../texts-like.ts'

export const billingTexts = {
  no_customer: {
    text: 'El parte de trabajo no indica a qué cliente se factura[ ({thing})].',
    todo: 'Elija en el parte de trabajo un cliente que tenga número de cliente.',
  },
  missing_address: {
    text: 'El cliente {thing} no tiene en Moloni la dirección completa, que la factura necesita.',
    todo: 'Complete calle, código postal y población en Moloni e inténtelo de nuevo.',
  },
  inactive_customer: {
    text: 'El cliente {thing} está oculto en Moloni.',
    todo: 'Compruebe si el cliente se fusionó con otro o se archivó.',
  },
  nothing_to_bill: {
    text: 'El parte de trabajo no tiene nada que facturar.',
    todo: 'Añada materiales u horas, o descarte el parte de trabajo.',
  },
  zero_quantity: {
    text: 'Hay una cantidad igual a cero en el parte de trabajo[: {thing}].',
    todo: 'Indique la cantidad en el parte de trabajo, o deje que la configuración omita esas líneas.',
  },
  negative_quantity: {
    text: 'Hay una cantidad negativa en el parte de trabajo[: {thing}].',
    todo: 'Corrija la cantidad; una devolución se hace con una factura rectificativa en Moloni.',
  },
  negative_price: {
    text: 'Hay un precio negativo en el parte de trabajo[: {thing}].',
    todo: 'Corrija el precio, o aplique un descuento en su lugar.',
  },
  missing_material_code: {
    text: 'Se ha escrito un material sin código[: {thing}].',
    todo: 'Elija un material, o configure un artículo para los materiales sin código.',
  },
  missing_hour_type: {
    text: 'Un periodo de trabajo no tiene tipo de hora.',
    todo: 'Elija un tipo de hora, o configure un artículo para los periodos que no lo tienen.',
  },
  unknown_material: {
    text: 'Moloni no tiene ningún artículo con la referencia {thing}.',
    todo: 'Cree el artículo en Moloni, o corrija el material en el parte de trabajo.',
  },
  unknown_hour_type: {
    text: 'Moloni no tiene ningún artículo con la referencia {thing} para este tipo de hora.',
    todo: 'Cree el artículo en Moloni, o corrija el tipo de hora en el parte de trabajo.',
  },
  unknown_travel_product: {
    text: 'Moloni no tiene ningún artículo con la referencia {thing}, con la que se factura el desplazamiento.',
    todo: 'Corrija el artículo de desplazamiento en la configuración, o créelo en Moloni.',
  },
  unknown_fallback: {
    text: 'Moloni no tiene ningún artículo con la referencia {thing}, con la que se facturan materiales o tipos de hora desconocidos.',
    todo: 'Corrija el artículo en la configuración, o créelo en Moloni.',
  },
  booked_on_fallback: {
    text: 'Moloni no tiene ningún artículo con la referencia {thing}; la línea se factura con {product}.',
    todo: 'Cree el artículo en Moloni, o corrija el parte de trabajo.',
  },
  unknown_withholding: {
    text: 'La cuenta no tiene ninguna retención con el id {thing}.',
    todo: 'Corrija la retención en la configuración, o créela en Moloni.',
  },
  no_payment_method: {
    text: 'La configuración no indica la forma de pago de Moloni para la del parte de trabajo[ ({thing})].',
    todo: 'Añádala a las formas de pago de la configuración, o indique una para todas las demás.',
  },
  unknown_payment_method: {
    text: 'La cuenta no tiene ninguna forma de pago con el id {thing}.',
    todo: 'Corrija las formas de pago en la configuración, o cree la forma de pago en Moloni.',
  },
  no_price: {
    text: 'Ni el parte de trabajo ni Moloni tienen un precio para {thing}.',
    todo: 'Indique el precio del artículo en Moloni.',
  },
  zero_price: {
    text: '{thing} se factura a precio cero.',
    todo: 'Compruebe el precio del artículo en Moloni.',
  },
  inactive_product: {
    text: 'El artículo {thing} está oculto en Moloni.',
    todo: 'Compruebe si todavía debe facturarse.',
  },
  unknown_warehouse: {
    text: 'Moloni no tiene ningún almacén {thing}; la línea va sin almacén.',
    todo: 'Asigne este código al almacén en Moloni.',
  },
  fixed_tax: {
    text: '{thing} lleva un impuesto de importe fijo y no un porcentaje.',
    todo: 'Compare el total del borrador en Moloni.',
  },
  hours_rounded_away: {
    text: 'El tiempo de {thing} se redondea a cero y se omite.',
    todo: 'Compruebe el redondeo de las horas en la configuración.',
  },
  minimum_without_hours: {
    text: 'El parte de trabajo indica un mínimo de horas pero no tiene periodos de trabajo; no se factura ninguna.',
    todo: 'Añada un periodo de trabajo si el mínimo debe facturarse.',
  },
} as const satisfies TextsLike<typeof english>
