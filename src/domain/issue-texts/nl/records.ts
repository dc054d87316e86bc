import type { recordTexts as english } from '../en/records.ts'
import type { TextsLike } from '../texts-like.ts'

export const recordTexts = {
  missing_number: {
    text: 'Klant {thing} heeft in Moloni geen nummer.',
    todo: 'Geef de klant in Moloni een nummer.',
  },
  missing_name: {
    text: '{thing} heeft in Moloni geen naam.',
    todo: 'Vul de naam in Moloni in.',
  },
  missing_street: {
    text: 'Klant {thing} heeft in Moloni geen straat.',
    todo: 'Vul het adres van de klant in Moloni aan.',
  },
  missing_postal_code: {
    text: 'Klant {thing} heeft in Moloni geen postcode.',
    todo: 'Vul het adres van de klant in Moloni aan.',
  },
  missing_city: {
    text: 'Klant {thing} heeft in Moloni geen plaats.',
    todo: 'Vul het adres van de klant in Moloni aan.',
  },
  missing_tax_number: {
    text: 'Klant {thing} heeft geen fiscaal nummer.',
    todo: 'Vul het fiscaal nummer in; in Portugal is dat 999999990 voor een eindverbruiker.',
  },
  invalid_tax_number: {
    text: 'Het fiscaal nummer van {thing} is in het land van de klant niet geldig.',
    todo: 'Verbeter het fiscaal nummer.',
  },
  invalid_postal_code: {
    text: 'De postcode van {thing} heeft niet de vorm 1234-567.',
    todo: 'Verbeter de postcode.',
  },
  missing_reference: {
    text: 'Artikel {thing} heeft in Moloni geen referentie.',
    todo: 'Geef het artikel in Moloni een referentie.',
  },
  missing_price: {
    text: 'Artikel {thing} heeft in Moloni geen prijs.',
    todo: 'Geef het artikel in Moloni een prijs.',
  },
  unknown_unit: {
    text: 'De eenheid van artikel {thing} is niet omschreven; het is als materiaal overgenomen.',
    todo: 'Controleer de eenheid van het artikel in Moloni.',
  },
  too_long: {
    text: 'Het veld "{field}"[ van {thing}] is langer dan toegestaan[: hoogstens {max} tekens].',
    todo: 'Maak de tekst korter; die wordt nooit vanzelf afgekapt.',
  },
} as const satisfies TextsLike<typeof english>
