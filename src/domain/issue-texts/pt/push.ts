import type { pushTexts as english } from '../en/push.ts'
import type { TextsLike } from '../texts-like.ts'

export const pushTexts = {
  name_conflict: {
    text: 'O número {thing} corresponde no Moloni a um cliente com outro nome, e um dos dois não tem número de contribuinte que os distinga.',
    todo: 'Introduza o número de contribuinte nos dois lados, ou dê outro número a um deles.',
  },
  product_of_other_kind: {
    text: 'O artigo {thing} é contado em horas no Moloni, quando no software de ordens de trabalho é material, ou o contrário.',
    todo: 'Corrija a unidade no Moloni, ou dê outro número a um deles.',
  },
  renumbered: {
    text: 'O cliente ou artigo {thing} tem agora o número {number} no Moloni.',
    todo: 'Dê-lhe o mesmo número nos dois lados.',
  },
  record_refused: {
    text: 'O Moloni recusou {thing}[ por causa de «{field}»]: {rule}',
    todo: 'Corrija o que o Moloni indica; será tentado de novo automaticamente.',
  },
  moloni_failed: {
    text: 'O Moloni não aceitou {thing}.',
    todo: 'Não é preciso fazer nada; será tentado de novo.',
  },
  invalid_host_record: {
    text: 'O campo «{field}» de {thing} falta ou está errado no software de ordens de trabalho.',
    todo: 'Corrija-o lá.',
  },
  push_setting_missing: {
    text: 'Falta a definição {thing}, sem a qual não pode ser criado no Moloni.',
    todo: 'Escolha-a nas definições.',
  },
  unit_not_in_account: {
    text: 'A conta não tem unidade com o id {thing} ({setting}).',
    todo: 'Corrija a unidade nas definições, ou crie-a no Moloni.',
  },
  unit_of_other_kind: {
    text: 'A unidade {thing} ({setting}) é uma hora onde não devia, ou não o é onde devia.',
    todo: 'Corrija a unidade nas definições, ou as unidades que contam como horas.',
  },
  country_not_in_account: {
    text: 'O Moloni não tem o país {thing}.',
    todo: 'Corrija o país; são duas letras, como PT.',
  },
  will_be_created: {
    text: 'O Moloni ainda não tem {thing}; será criado lá.',
    todo: 'Não é preciso fazer nada; a próxima execução cria-o.',
  },
  being_created: {
    text: '{thing} está a ser criado no Moloni, e ainda não se sabe se já lá está.',
    todo: 'Não é preciso fazer nada; o Moloni será consultado de novo.',
  },
} as const satisfies TextsLike<typeof english>
