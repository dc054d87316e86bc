import type { pushTexts as english } from '../en/push.ts'
import type { TextsLike } from '../texts-like.ts'

export const pushTexts = {
  name_conflict: {
    text: 'Nummer {thing} staat in Moloni voor een klant met een andere naam, en een van beide heeft geen fiscaal nummer om ze te onderscheiden.',
    todo: 'Vul aan beide kanten het fiscaal nummer in, of geef een van beide een ander nummer.',
  },
  product_of_other_kind: {
    text: 'Het product {thing} wordt in Moloni in uren geteld, terwijl het in de werkbonsoftware materiaal is, of andersom.',
    todo: 'Verbeter de eenheid in Moloni, of geef een van beide een ander nummer.',
  },
  renumbered: {
    text: 'De klant of het product {thing} heeft in Moloni nu nummer {number}.',
    todo: 'Geef het aan beide kanten hetzelfde nummer.',
  },
  record_refused: {
    text: 'Moloni weigerde {thing}[ vanwege "{field}"]: {rule}',
    todo: 'Verbeter wat Moloni noemt; het wordt vanzelf opnieuw geprobeerd.',
  },
  moloni_failed: {
    text: 'Moloni nam {thing} niet aan.',
    todo: 'U hoeft niets te doen; het wordt opnieuw geprobeerd.',
  },
  invalid_host_record: {
    text: 'Het veld "{field}" van {thing} ontbreekt in de werkbonsoftware of is daar fout.',
    todo: 'Verbeter het daar.',
  },
  push_setting_missing: {
    text: 'De instelling {thing} ontbreekt, en zonder haar kan het in Moloni niet worden gemaakt.',
    todo: 'Kies haar in de instellingen.',
  },
  unit_not_in_account: {
    text: 'Het account heeft geen eenheid met id {thing} ({setting}).',
    todo: 'Verbeter de eenheid in de instellingen, of maak haar in Moloni.',
  },
  unit_of_other_kind: {
    text: 'Eenheid {thing} ({setting}) is een uur waar dat niet de bedoeling is, of geen uur waar dat wel zo is.',
    todo: 'Verbeter de eenheid in de instellingen, of de eenheden die als uur gelden.',
  },
  country_not_in_account: {
    text: 'Moloni heeft geen land {thing}.',
    todo: 'Verbeter het land; bedoeld zijn twee letters, zoals PT.',
  },
  will_be_created: {
    text: 'Moloni heeft {thing} nog niet; het wordt daar gemaakt.',
    todo: 'U hoeft niets te doen; de volgende run maakt het.',
  },
  being_created: {
    text: '{thing} wordt in Moloni gemaakt, en of het er is, is nog niet bekend.',
    todo: 'U hoeft niets te doen; er wordt opnieuw in Moloni gekeken.',
  },
} as const satisfies TextsLike<typeof english>
