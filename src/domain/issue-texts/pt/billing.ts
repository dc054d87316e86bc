import type { billingTexts as english } from '../en/billing.ts'
import type { TextsLike } from '../texts-like.ts'

export const billingTexts = {
  no_customer: {
    text: 'A ordem de trabalho não indica a que cliente se fatura[ ({thing})].',
    todo: 'Escolha na ordem de trabalho um cliente com número de cliente.',
  },
  missing_address: {
    text: 'O cliente {thing} não tem no Moloni a morada completa, necessária para a fatura.',
    todo: 'Complete a morada, o código postal e a localidade no Moloni e tente novamente.',
  },
  inactive_customer: {
    text: 'O cliente {thing} está oculto no Moloni.',
    todo: 'Verifique se o cliente foi fundido com outro ou arquivado.',
  },
  nothing_to_bill: {
    text: 'A ordem de trabalho não tem nada para faturar.',
    todo: 'Acrescente materiais ou horas, ou descarte a ordem de trabalho.',
  },
  zero_quantity: {
    text: 'Há uma quantidade igual a zero na ordem de trabalho[: {thing}].',
    todo: 'Indique a quantidade na ordem de trabalho, ou deixe que as definições omitam essas linhas.',
  },
  negative_quantity: {
    text: 'Há uma quantidade negativa na ordem de trabalho[: {thing}].',
    todo: 'Corrija a quantidade; uma devolução faz-se com uma nota de crédito no Moloni.',
  },
  negative_price: {
    text: 'Há um preço negativo na ordem de trabalho[: {thing}].',
    todo: 'Corrija o preço, ou conceda antes um desconto.',
  },
  missing_material_code: {
    text: 'Foi escrito um material sem código[: {thing}].',
    todo: 'Escolha um material, ou defina um artigo para materiais sem código.',
  },
  missing_hour_type: {
    text: 'Um período de trabalho não tem tipo de hora.',
    todo: 'Escolha um tipo de hora, ou defina um artigo para períodos sem tipo de hora.',
  },
  unknown_material: {
    text: 'O Moloni não tem nenhum artigo com a referência {thing}.',
    todo: 'Crie o artigo no Moloni, ou corrija o material na ordem de trabalho.',
  },
  unknown_hour_type: {
    text: 'O Moloni não tem nenhum artigo com a referência {thing} para este tipo de hora.',
    todo: 'Crie o artigo no Moloni, ou corrija o tipo de hora na ordem de trabalho.',
  },
  unknown_travel_product: {
    text: 'O Moloni não tem nenhum artigo com a referência {thing}, com a qual se fatura a deslocação.',
    todo: 'Corrija o artigo de deslocação nas definições, ou crie-o no Moloni.',
  },
  unknown_fallback: {
    text: 'O Moloni não tem nenhum artigo com a referência {thing}, com a qual se faturam materiais ou tipos de hora desconhecidos.',
    todo: 'Corrija o artigo nas definições, ou crie-o no Moloni.',
  },
  booked_on_fallback: {
    text: 'O Moloni não tem nenhum artigo com a referência {thing}; a linha é faturada com o artigo {product}.',
    todo: 'Crie o artigo no Moloni, ou corrija a ordem de trabalho.',
  },
  unknown_withholding: {
    text: 'A conta não tem nenhuma retenção com o id {thing}.',
    todo: 'Corrija a retenção nas definições, ou crie-a no Moloni.',
  },
  no_payment_method: {
    text: 'As definições não indicam o método de pagamento do Moloni para o da ordem de trabalho[ ({thing})].',
    todo: 'Acrescente-o aos métodos de pagamento nas definições, ou indique um para todos os outros.',
  },
  unknown_payment_method: {
    text: 'A conta não tem nenhum método de pagamento com o id {thing}.',
    todo: 'Corrija os métodos de pagamento nas definições, ou crie o método no Moloni.',
  },
  no_price: {
    text: 'Nem a ordem de trabalho nem o Moloni têm um preço para {thing}.',
    todo: 'Defina o preço do artigo no Moloni.',
  },
  zero_price: {
    text: '{thing} é faturado a preço zero.',
    todo: 'Verifique o preço do artigo no Moloni.',
  },
  inactive_product: {
    text: 'O artigo {thing} está oculto no Moloni.',
    todo: 'Verifique se ainda deve ser faturado.',
  },
  unknown_warehouse: {
    text: 'O Moloni não tem nenhum armazém {thing}; a linha segue sem armazém.',
    todo: 'Atribua este código ao armazém no Moloni.',
  },
  fixed_tax: {
    text: 'Sobre {thing} incide uma taxa de valor fixo e não uma percentagem.',
    todo: 'Confira o total do rascunho no Moloni.',
  },
  hours_rounded_away: {
    text: 'O tempo de {thing} foi arredondado para zero e omitido.',
    todo: 'Verifique o arredondamento das horas nas definições.',
  },
  minimum_without_hours: {
    text: 'A ordem de trabalho indica um mínimo de horas mas não tem períodos de trabalho; não se faturam horas.',
    todo: 'Acrescente um período de trabalho se o mínimo deve ser faturado.',
  },
} as const satisfies TextsLike<typeof english>
