import type { GroupTexts } from '../texts-like.ts'

export const groupTexts = {
  kinds: {
    workOrder: { one: 'werkbon', other: 'werkbonnen' },
    customers: { one: 'klant', other: 'klanten' },
    products: { one: 'artikel', other: 'artikelen' },
    categories: { one: 'categorie', other: 'categorieën' },
    users: { one: 'gebruiker', other: 'gebruikers' },
    record: { one: 'gegeven', other: 'gegevens' },
  },
  waits: {
    product: { one: '{who} wacht op artikel {thing}.', other: '{who} wachten op artikel {thing}.' },
    customer: { one: '{who} wacht op klant {thing}.', other: '{who} wachten op klant {thing}.' },
    vatCode: { one: '{who} wacht op btw-code {thing}.', other: '{who} wachten op btw-code {thing}.' },
    setting: { one: '{who} wacht op een instelling.', other: '{who} wachten op een instelling.' },
    correction: { one: '{who} wacht op een verbetering.', other: '{who} wachten op een verbetering.' },
    document: {
      one: '{who} wacht op een beslissing over het document in Moloni.',
      other: '{who} wachten op een beslissing over hun documenten in Moloni.',
    },
    retry: { one: '{who} wacht op de volgende poging.', other: '{who} wachten op de volgende poging.' },
    record: { one: '{who} wacht op overname.', other: '{who} wachten op overname.' },
  },
  together: 'Eén verbetering maakt ze allemaal vrij.',
  apart: 'Elk geval moet apart worden bekeken.',
} as const satisfies GroupTexts
