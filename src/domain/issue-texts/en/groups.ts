/** What a group of problems says. Each sentence has a form for one and a form for several. */
export const groupTexts = {
  kinds: {
    workOrder: { one: 'work order', other: 'work orders' },
    customers: { one: 'customer', other: 'customers' },
    products: { one: 'product', other: 'products' },
    categories: { one: 'category', other: 'categories' },
    users: { one: 'user', other: 'users' },
    record: { one: 'record', other: 'records' },
  },
  waits: {
    product: { one: '{who} waits for product {thing}.', other: '{who} wait for product {thing}.' },
    customer: { one: '{who} waits for customer {thing}.', other: '{who} wait for customer {thing}.' },
    vatCode: { one: '{who} waits for VAT code {thing}.', other: '{who} wait for VAT code {thing}.' },
    setting: { one: '{who} waits for a setting.', other: '{who} wait for a setting.' },
    correction: { one: '{who} waits to be corrected.', other: '{who} wait to be corrected.' },
    document: {
      one: '{who} waits for a decision about its document in Moloni.',
      other: '{who} wait for a decision about their documents in Moloni.',
    },
    retry: { one: '{who} waits for the next try.', other: '{who} wait for the next try.' },
    record: { one: '{who} waits to be carried over.', other: '{who} wait to be carried over.' },
  },
  together: 'One correction releases all of them.',
  apart: 'Each has to be looked at by itself.',
} as const
