import type { GroupTexts } from '../texts-like.ts'

export const groupTexts = {
  kinds: {
    workOrder: { one: 'parte de trabajo', other: 'partes de trabajo' },
    customers: { one: 'cliente', other: 'clientes' },
    products: { one: 'artículo', other: 'artículos' },
    categories: { one: 'categoría', other: 'categorías' },
    users: { one: 'usuario', other: 'usuarios' },
    record: { one: 'registro', other: 'registros' },
  },
  waits: {
    product: { one: '{who} espera el artículo {thing}.', other: '{who} esperan el artículo {thing}.' },
    customer: { one: '{who} espera al cliente {thing}.', other: '{who} esperan al cliente {thing}.' },
    vatCode: {
      one: '{who} espera el código de IVA {thing}.',
      other: '{who} esperan el código de IVA {thing}.',
    },
    setting: {
      one: '{who} espera un ajuste de la configuración.',
      other: '{who} esperan un ajuste de la configuración.',
    },
    correction: { one: '{who} espera una corrección.', other: '{who} esperan una corrección.' },
    document: {
      one: '{who} espera una decisión sobre su documento en Moloni.',
      other: '{who} esperan una decisión sobre sus documentos en Moloni.',
    },
    retry: { one: '{who} espera el próximo intento.', other: '{who} esperan el próximo intento.' },
    record: { one: '{who} espera la sincronización.', other: '{who} esperan la sincronización.' },
  },
  together: 'Una sola corrección resuelve todos los casos.',
  apart: 'Cada caso debe revisarse por separado.',
} as const satisfies GroupTexts
