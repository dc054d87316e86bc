import type { hostTexts as english } from '../en/hosts.ts'
import type { TextsLike } from '../texts-like.ts'

export const hostTexts = {
  host_error: {
    text: 'O software de ordens de trabalho falhou no registo {thing} do Moloni.',
    todo: 'Não é preciso fazer nada; será tentado de novo. Se persistir, comunique o caso a quem fez o software de ordens de trabalho.',
  },
  refused_by_host: {
    text: 'O software de ordens de trabalho não aceitou o registo {thing} do Moloni[ por causa do campo «{field}»].',
    todo: 'Corrija o registo no Moloni ou no software de ordens de trabalho.',
  },
  host_needs_field: {
    text: 'O software de ordens de trabalho exige o campo «{field}», que o registo {thing} do Moloni não tem.',
    todo: 'Preencha-o no Moloni.',
  },
  wrong_value: {
    text: 'O software de ordens de trabalho não aceita o campo «{field}» do registo {thing} do Moloni.',
    todo: 'Corrija-o no Moloni.',
  },
  key_taken: {
    text: 'O número ou código do registo {thing} do Moloni pertence a outro registo no software de ordens de trabalho.',
    todo: 'Dê a um deles outro número ou código; será tentado de novo automaticamente.',
  },
  external_id_taken: {
    text: 'O registo {thing} do Moloni pertence a outro sistema no software de ordens de trabalho.',
    todo: 'Apague lá o id externo, ou permita nas definições que seja assumido.',
  },
  not_written: {
    text: 'O software de ordens de trabalho respondeu que não gravou o registo {thing} do Moloni.',
    todo: 'Não é preciso fazer nada; será tentado de novo. Se persistir, comunique o caso a quem fez o software de ordens de trabalho.',
  },
} as const satisfies TextsLike<typeof english>
