import type { RuleNames } from '../texts-like.ts'

export const ruleNames = {
  required: 'tem de estar preenchido.',
  email: 'tem de ser um endereço de e-mail.',
  unique: 'já existe.',
  url: 'tem de ser um endereço web.',
  postal_code: 'tem de ser um código postal válido.',
  tax_number: 'tem de ser um número de contribuinte válido.',
  date: 'tem de ser uma data válida.',
  phone: 'tem de ser um número de telefone.',
  associated_document: 'indica um documento que não pode ser associado ou já foi usado.',
  not_communicable: 'não pode ser comunicado à Autoridade Tributária.',
  tax_order: 'tem outra taxa além do IVA, e o IVA vem primeiro ou não é cumulativo.',
  several_vat: 'tem mais do que um IVA.',
  customer_unidentified: 'exige um cliente identificado (art. 36.º, n.º 15, do CIVA).',
  limit_reached: 'atingiu o seu limite.',
  database: 'o Moloni teve um erro na base de dados.',
  unknown_record: 'não existe nesta empresa.',
  default_missing: 'não há um valor predefinido no Moloni.',
} as const satisfies RuleNames
