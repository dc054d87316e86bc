import type { importTexts as english } from '../en/imports.ts'
import type { TextsLike } from '../texts-like.ts'

export const importTexts = {
  missing_field: {
    text: 'O campo «{field}» de {thing} está vazio no Moloni e as definições exigem-no.',
    todo: 'Preencha-o no Moloni, ou exija menos nas definições da importação.',
  },
  number_conflict: {
    text: 'O número {thing} corresponde a clientes diferentes no Moloni e no software de ordens de trabalho: os números de contribuinte são diferentes.',
    todo: 'Corrija o número de contribuinte errado, ou dê outro número a um deles.',
  },
  match_ambiguous: {
    text: 'Não é possível saber que cliente do Moloni ({customers}) é qual do software de ordens de trabalho ({candidates}): têm o mesmo número de contribuinte.',
    todo: 'Dê ao cliente no software de ordens de trabalho o número que tem no Moloni, ou junte o que está repetido.',
  },
  local_edit: {
    text: 'O campo «{field}» de {thing} foi alterado no software de ordens de trabalho e no Moloni.',
    todo: 'Introduza o mesmo nos dois lados, ou escolha nas definições da importação quem manda no campo.',
  },
  host_record_vanished: {
    text: '{thing} foi eliminado no software de ordens de trabalho e continua no Moloni.',
    todo: 'Reponha-o lá, elimine-o no Moloni, ou deixe que as definições da importação o criem de novo.',
  },
  link_conflict: {
    text: 'Dois registos do Moloni correspondem a {thing} no software de ordens de trabalho.',
    todo: 'Junte-os, ou dê a cada um o seu número.',
  },
  unreadable_row: {
    text: 'Não é possível ler o registo {thing} do Moloni ({field}).',
    todo: 'Comunique o caso a quem fez a ligação.',
  },
} as const satisfies TextsLike<typeof english>
