import type { exportTexts as english } from '../en/exports.ts'
import type { TextsLike } from '../texts-like.ts'

export const exportTexts = {
  unknown_relation: {
    text: 'O Moloni não tem nenhum cliente com o número {thing}.',
    todo: 'Crie o cliente no Moloni, ou corrija o número de cliente.',
  },
  relation_ambiguous: {
    text: 'O Moloni tem mais do que um cliente com o número {thing}.',
    todo: 'Atribua a cada cliente um número próprio no Moloni.',
  },
  product_ambiguous: {
    text: 'O Moloni tem mais do que um artigo com a referência {thing}.',
    todo: 'Atribua a cada artigo uma referência própria no Moloni.',
  },
  no_document_set: {
    text: 'A conta não tem uma série de documentos predefinida e as definições não indicam nenhuma.',
    todo: 'Escolha a série de documentos nas definições, ou torne uma predefinida no Moloni.',
  },
  invalid_work_order: {
    text: 'Não é possível ler a ordem de trabalho[ {thing}]: o campo «{field}» falta ou está errado.',
    todo: 'Corrija o campo, ou comunique o caso a quem fez a ligação.',
  },
  work_order_too_large: {
    text: 'A ordem de trabalho {thing} é maior do que os {max} bytes que podem ser guardados.',
    todo: 'Encurte os textos.',
  },
  refused_by_moloni: {
    text: 'O Moloni recusou o documento[ por causa de «{field}»]: {rule}',
    todo: 'Corrija o que o Moloni indica e tente novamente a ordem de trabalho.',
  },
  chronology: {
    text: 'A série de documentos já tem um documento com data de {thing} ou posterior.',
    todo: 'Escolha outra série de documentos, ou permita nas definições uma data posterior.',
  },
  twin_documents: {
    text: 'Há mais do que um documento com a chave desta ordem de trabalho: {documents}. Nenhum foi fechado.',
    todo: 'Elimine no Moloni os rascunhos a mais e tente novamente.',
  },
  document_annulled: {
    text: 'O documento desta ordem de trabalho foi anulado no Moloni.',
    todo: 'Descarte a ordem de trabalho, ou associe-lhe outro documento.',
  },
  document_taken: {
    text: 'O documento {documentId} já pertence a outra ordem de trabalho.',
    todo: 'Verifique as duas ordens de trabalho no Moloni.',
  },
  draft_gone: {
    text: 'O rascunho desta ordem de trabalho foi eliminado no Moloni.',
    todo: 'Faça-o de novo, ou descarte a ordem de trabalho.',
  },
  old_document: {
    text: 'O documento {thing} já tem o número desta ordem de trabalho.',
    todo: 'Associe o documento à ordem de trabalho, ou faça outro.',
  },
  mismatch: {
    text: 'O documento no Moloni não está como planeado[: «{field}» é {actual} em vez de {expected}]. Não fomos nós que o fechámos.',
    todo: 'Corrija o rascunho no Moloni e tente novamente, ou associe o documento tal como está.',
  },
  other_rounding_method: {
    text: 'No documento do Moloni, «{field}» é {actual} em vez de {expected}, como resulta do outro método de arredondamento.',
    todo: 'Defina na exportação o método de arredondamento da empresa.',
  },
  outcome_unknown: {
    text: 'Não é possível saber se o Moloni criou o documento desta ordem de trabalho.',
    todo: 'Veja no Moloni: associe o documento se ele existir, ou faça-o de novo se não existir.',
  },
  gave_up: {
    text: 'A exportação falhou demasiadas vezes (tentativas: {tries}; última causa: {cause}).',
    todo: 'Verifique a ligação e tente novamente.',
  },
  waiting_to_retry: {
    text: 'A exportação falhou (tentativas: {tries}; última causa: {cause}).',
    todo: 'Não é preciso fazer nada; a exportação será repetida automaticamente.',
  },
  acknowledge_failed: {
    text: 'O documento está feito, mas o software de ordens de trabalho ainda não o confirmou (tentativas: {tries}).',
    todo: 'Verifique o software de ordens de trabalho; será avisado de novo automaticamente.',
  },
  credit_by_hand: {
    text: 'O documento da ordem de trabalho {thing} não pode ser creditado a partir daqui: não se conhece o plano com que foi feito.',
    todo: 'Faça a nota de crédito no Moloni e depois descarte este caso.',
  },
  pdf_missing: {
    text: 'O documento está feito, mas não foi possível obter a versão impressa ({cause}).',
    todo: 'Imprima-o no Moloni.',
  },
  no_mail_address: {
    text: 'O documento está feito, mas o cliente a quem se fatura {thing} não tem endereço de e-mail.',
    todo: 'Envie-o a partir do Moloni.',
  },
  mail_failed: {
    text: 'O documento está feito, mas o Moloni não o enviou por e-mail ({cause}).',
    todo: 'Envie-o a partir do Moloni.',
  },
  mail_unknown: {
    text: 'O documento está feito; não é possível saber se o Moloni o enviou por e-mail. Não será reenviado automaticamente.',
    todo: 'Veja no Moloni se foi enviado.',
  },
  corrected_after_close: {
    text: 'A ordem de trabalho {thing} foi alterada depois de o seu documento ser fechado.',
    todo: 'Emita no Moloni uma nota de crédito e um novo documento, ou deixe o documento como está.',
  },
  reopened_after_close: {
    text: 'A ordem de trabalho {thing} tem um documento e foi reaberta no software de ordens de trabalho.',
    todo: 'Conclua-a de novo como estava. Se o trabalho mudou, mande emitir o documento de novo.',
  },
  kind_changed: {
    text: 'A ordem de trabalho foi corrigida e daria agora outro tipo de documento ({wanted}); o rascunho {documentId} é do tipo {kind}.',
    todo: 'Elimine o rascunho no Moloni e faça o documento de novo.',
  },
  ledger_incomplete: {
    text: 'O Moloni pode ter um documento nosso que aqui não é conhecido; um documento coletivo poderia faturar o trabalho duas vezes.',
    todo: 'Veja no Moloni se este trabalho já está faturado; depois descarte-o, ou faça o documento de novo.',
  },
} as const satisfies TextsLike<typeof english>
