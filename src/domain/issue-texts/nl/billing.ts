import type { billingTexts as english } from '../en/billing.ts'
import type { TextsLike } from '../texts-like.ts'

export const billingTexts = {
  no_customer: {
    text: 'Op de werkbon staat niet aan welke klant wordt gefactureerd[ ({thing})].',
    todo: 'Kies op de werkbon een klant met een debiteurnummer.',
  },
  missing_address: {
    text: 'Klant {thing} heeft in Moloni geen volledig adres; een factuur heeft dat nodig.',
    todo: 'Vul in Moloni straat, postcode en plaats aan en probeer het daarna opnieuw.',
  },
  inactive_customer: {
    text: 'Klant {thing} is in Moloni verborgen.',
    todo: 'Kijk of de klant is samengevoegd of gearchiveerd.',
  },
  nothing_to_bill: {
    text: 'Op de werkbon staat niets om te factureren.',
    todo: 'Voeg materialen of uren toe, of sla de werkbon over.',
  },
  zero_quantity: {
    text: 'Een aantal op de werkbon is nul[: {thing}].',
    todo: 'Vul het aantal op de werkbon in, of laat zulke regels via de instellingen weg.',
  },
  negative_quantity: {
    text: 'Een aantal op de werkbon is negatief[: {thing}].',
    todo: 'Verbeter het aantal; een retour is een creditfactuur, die in Moloni wordt gemaakt.',
  },
  negative_price: {
    text: 'Een prijs op de werkbon is negatief[: {thing}].',
    todo: 'Verbeter de prijs, of geef in plaats daarvan korting.',
  },
  missing_material_code: {
    text: 'Een materiaal is zonder code ingetypt[: {thing}].',
    todo: 'Kies een materiaal, of stel een artikel in voor materialen zonder code.',
  },
  missing_hour_type: {
    text: 'Een werkperiode heeft geen uursoort.',
    todo: 'Kies een uursoort, of stel een artikel in voor werkperioden zonder uursoort.',
  },
  unknown_material: {
    text: 'Moloni heeft geen artikel met referentie {thing}.',
    todo: 'Maak het artikel in Moloni aan, of verbeter het materiaal op de werkbon.',
  },
  unknown_hour_type: {
    text: 'Moloni heeft geen artikel met referentie {thing} voor deze uursoort.',
    todo: 'Maak het artikel in Moloni aan, of verbeter de uursoort op de werkbon.',
  },
  unknown_travel_product: {
    text: 'Moloni heeft geen artikel met referentie {thing}, waarop de reis wordt gefactureerd.',
    todo: 'Verbeter het reisartikel in de instellingen, of maak het in Moloni aan.',
  },
  unknown_fallback: {
    text: 'Moloni heeft geen artikel met referentie {thing}, waarop onbekende materialen of uursoorten worden gefactureerd.',
    todo: 'Verbeter het artikel in de instellingen, of maak het in Moloni aan.',
  },
  booked_on_fallback: {
    text: 'Moloni heeft geen artikel met referentie {thing}; de regel is gefactureerd op {product}.',
    todo: 'Maak het artikel in Moloni aan, of verbeter de werkbon.',
  },
  unknown_withholding: {
    text: 'De administratie heeft geen inhouding met id {thing}.',
    todo: 'Verbeter de inhouding in de instellingen, of maak die in Moloni aan.',
  },
  no_payment_method: {
    text: 'De instellingen noemen geen betaalwijze van Moloni voor die van de werkbon[ ({thing})].',
    todo: 'Voeg die toe aan de betaalwijzen in de instellingen, of noem er een voor alle andere.',
  },
  unknown_payment_method: {
    text: 'De administratie heeft geen betaalwijze met id {thing}.',
    todo: 'Verbeter de betaalwijzen in de instellingen, of maak de betaalwijze in Moloni aan.',
  },
  no_price: {
    text: 'Noch de werkbon noch Moloni heeft een prijs voor {thing}.',
    todo: 'Geef het artikel in Moloni een prijs.',
  },
  zero_price: {
    text: '{thing} wordt gefactureerd voor een prijs van nul.',
    todo: 'Controleer de prijs van het artikel in Moloni.',
  },
  inactive_product: {
    text: 'Artikel {thing} is in Moloni verborgen.',
    todo: 'Kijk of het nog gefactureerd moet worden.',
  },
  unknown_warehouse: {
    text: 'Moloni heeft geen magazijn {thing}; de regel gaat zonder magazijn mee.',
    todo: 'Geef het magazijn in Moloni deze code.',
  },
  fixed_tax: {
    text: 'Op {thing} rust een belasting die een bedrag is en geen percentage.',
    todo: 'Vergelijk het totaal van het concept in Moloni.',
  },
  hours_rounded_away: {
    text: 'De tijd op {thing} is naar nul afgerond en weggelaten.',
    todo: 'Controleer de afronding van uren in de instellingen.',
  },
  minimum_without_hours: {
    text: 'Op de werkbon staan minimumuren maar geen werkperioden; er worden geen uren gefactureerd.',
    todo: 'Voeg een werkperiode toe als het minimum gefactureerd moet worden.',
  },
} as const satisfies TextsLike<typeof english>
