import type { vatTexts as english } from '../en/vat.ts'
import type { TextsLike } from '../texts-like.ts'

export const vatTexts = {
  no_vat: {
    text: 'Não foi possível determinar o IVA de {thing} ({asked}).',
    todo: 'Atribua ao artigo uma taxa de IVA ou um motivo de isenção no Moloni, ou defina um último recurso.',
  },
  unknown_vat_code: {
    text: 'As definições não dizem o que significa o código de IVA {thing}.',
    todo: 'Acrescente o código aos códigos de IVA nas definições.',
  },
  vat_not_in_account: {
    text: 'O código de IVA {thing} corresponde a uma taxa ou isenção que a conta não tem.',
    todo: 'Corrija os códigos de IVA nas definições, ou crie a taxa no Moloni.',
  },
  unknown_fiscal_zone: {
    text: 'Não se conhece a zona fiscal para {thing}.',
    todo: 'Complete o código postal e o país do cliente no Moloni.',
  },
  other_fiscal_zone: {
    text: '{thing} leva {rate} %, taxa que a conta não tem na zona {zone}.',
    todo: 'Verifique o IVA desta linha.',
  },
  no_work_date: {
    text: 'A ordem de trabalho não tem data do trabalho; o documento leva a data de hoje.',
    todo: 'Indique a data do trabalho.',
  },
  unknown_maturity: {
    text: 'Não se conhecem os dias do prazo de vencimento do cliente; o documento vence na própria data.',
    todo: 'Verifique os prazos de vencimento no Moloni.',
  },
  past_legal_term: {
    text: 'Entre o trabalho e a data do documento passaram mais dias do que o permitido: {days} em vez de {allowed}, no máximo.',
    todo: 'Fature mais cedo; consulte um contabilista se isto acontecer com frequência.',
  },
} as const satisfies TextsLike<typeof english>
