import type { recordTexts as english } from '../en/records.ts'
import type { TextsLike } from '../texts-like.ts'

export const recordTexts = {
  missing_number: {
    text: 'O cliente {thing} não tem número no Moloni.',
    todo: 'Atribua um número ao cliente no Moloni.',
  },
  missing_name: {
    text: 'Falta o nome de {thing} no Moloni.',
    todo: 'Preencha o nome no Moloni.',
  },
  missing_street: {
    text: 'O cliente {thing} não tem morada no Moloni.',
    todo: 'Complete a morada do cliente no Moloni.',
  },
  missing_postal_code: {
    text: 'O cliente {thing} não tem código postal no Moloni.',
    todo: 'Complete a morada do cliente no Moloni.',
  },
  missing_city: {
    text: 'O cliente {thing} não tem localidade no Moloni.',
    todo: 'Complete a morada do cliente no Moloni.',
  },
  missing_tax_number: {
    text: 'O cliente {thing} não tem número de contribuinte.',
    todo: 'Preencha o número de contribuinte; em Portugal, 999999990 para consumidor final.',
  },
  invalid_tax_number: {
    text: 'O número de contribuinte de {thing} não é válido no respetivo país.',
    todo: 'Corrija o número de contribuinte.',
  },
  invalid_postal_code: {
    text: 'O código postal de {thing} não tem o formato 1234-567.',
    todo: 'Corrija o código postal.',
  },
  missing_reference: {
    text: 'O artigo {thing} não tem referência no Moloni.',
    todo: 'Atribua uma referência ao artigo no Moloni.',
  },
  missing_price: {
    text: 'O artigo {thing} não tem preço no Moloni.',
    todo: 'Defina o preço do artigo no Moloni.',
  },
  unknown_unit: {
    text: 'A unidade do artigo {thing} não está descrita; foi importado como material.',
    todo: 'Verifique a unidade do artigo no Moloni.',
  },
  too_long: {
    text: 'O campo «{field}»[ de {thing}] é mais longo do que o permitido[: no máximo {max} carateres].',
    todo: 'Encurte o texto; nunca é cortado automaticamente.',
  },
} as const satisfies TextsLike<typeof english>
