import type { GroupTexts } from '../texts-like.ts'

export const groupTexts = {
  kinds: {
    workOrder: { one: 'ordem de trabalho', other: 'ordens de trabalho' },
    customers: { one: 'cliente', other: 'clientes' },
    products: { one: 'artigo', other: 'artigos' },
    categories: { one: 'categoria', other: 'categorias' },
    users: { one: 'utilizador', other: 'utilizadores' },
    record: { one: 'registo', other: 'registos' },
  },
  waits: {
    product: { one: '{who} aguarda o artigo {thing}.', other: '{who} aguardam o artigo {thing}.' },
    customer: { one: '{who} aguarda o cliente {thing}.', other: '{who} aguardam o cliente {thing}.' },
    vatCode: {
      one: '{who} aguarda o código de IVA {thing}.',
      other: '{who} aguardam o código de IVA {thing}.',
    },
    setting: { one: '{who} aguarda uma definição.', other: '{who} aguardam uma definição.' },
    correction: { one: '{who} aguarda correção.', other: '{who} aguardam correção.' },
    document: {
      one: '{who} aguarda uma decisão sobre o documento no Moloni.',
      other: '{who} aguardam uma decisão sobre os documentos no Moloni.',
    },
    retry: { one: '{who} aguarda a próxima tentativa.', other: '{who} aguardam a próxima tentativa.' },
    record: { one: '{who} aguarda a sincronização.', other: '{who} aguardam a sincronização.' },
  },
  together: 'Uma só correção resolve todos os casos.',
  apart: 'Cada caso tem de ser visto em separado.',
} as const satisfies GroupTexts
