import type { exportTexts as english } from '../en/exports.ts'
import type { TextsLike } from '../texts-like.ts'

export const exportTexts = {
  unknown_relation: {
    text: 'Moloni heeft geen klant met nummer {thing}.',
    todo: 'Maak de klant in Moloni aan, of verbeter het debiteurnummer.',
  },
  relation_ambiguous: {
    text: 'Moloni heeft meer dan één klant met nummer {thing}.',
    todo: 'Geef in Moloni elke klant een eigen nummer.',
  },
  product_ambiguous: {
    text: 'Moloni heeft meer dan één artikel met referentie {thing}.',
    todo: 'Geef in Moloni elk artikel een eigen referentie.',
  },
  no_document_set: {
    text: 'De administratie heeft geen standaardreeks, en de instellingen noemen er geen.',
    todo: 'Kies de reeks in de instellingen, of maak er in Moloni een de standaard.',
  },
  invalid_work_order: {
    text: 'De werkbon[ {thing}] is niet te lezen: het veld "{field}" ontbreekt of is fout.',
    todo: 'Verbeter het veld, of meld het bij de maker van de koppeling.',
  },
  work_order_too_large: {
    text: 'Werkbon {thing} is groter dan de {max} bytes die bewaard kunnen worden.',
    todo: 'Maak de teksten korter.',
  },
  refused_by_moloni: {
    text: 'Moloni weigerde het document[ vanwege "{field}"]: {rule}',
    todo: 'Verbeter wat Moloni noemt en probeer de werkbon daarna opnieuw.',
  },
  chronology: {
    text: 'In de reeks staat al een document van {thing} of later.',
    todo: 'Kies een andere reeks, of sta in de instellingen een latere documentdatum toe.',
  },
  twin_documents: {
    text: 'Meer dan één document draagt het kenmerk van deze werkbon: {documents}. Er is er geen definitief gemaakt.',
    todo: 'Verwijder in Moloni de concepten die te veel zijn en probeer het daarna opnieuw.',
  },
  document_annulled: {
    text: 'Het document van deze werkbon is in Moloni geannuleerd.',
    todo: 'Sla de werkbon over, of koppel er een ander document aan.',
  },
  document_taken: {
    text: 'Document {documentId} hoort al bij een andere werkbon.',
    todo: 'Controleer beide werkbonnen in Moloni.',
  },
  draft_gone: {
    text: 'Het concept van deze werkbon is in Moloni verwijderd.',
    todo: 'Maak het opnieuw, of sla de werkbon over.',
  },
  old_document: {
    text: 'Document {thing} draagt al het nummer van deze werkbon.',
    todo: 'Koppel het document aan de werkbon, of maak een ander.',
  },
  mismatch: {
    text: 'Het document in Moloni is niet zoals gepland[: "{field}" is {actual} in plaats van {expected}]. Het is niet door ons definitief gemaakt.',
    todo: 'Verbeter het concept in Moloni en probeer het opnieuw, of koppel het document zoals het is.',
  },
  other_rounding_method: {
    text: 'In het document in Moloni is "{field}" {actual} in plaats van {expected}, zoals de andere manier van afronden geeft.',
    todo: 'Zet de manier van afronden bij de export op die van het bedrijf.',
  },
  outcome_unknown: {
    text: 'Niemand kan zeggen of Moloni het document van deze werkbon heeft gemaakt.',
    todo: 'Kijk in Moloni: koppel het document als het er staat, of maak het opnieuw als het er niet staat.',
  },
  gave_up: {
    text: 'De export is te vaak mislukt (pogingen: {tries}; laatste oorzaak: {cause}).',
    todo: 'Controleer de verbinding en probeer het daarna opnieuw.',
  },
  waiting_to_retry: {
    text: 'De export is mislukt (pogingen: {tries}; laatste oorzaak: {cause}).',
    todo: 'U hoeft niets te doen; de export wordt vanzelf opnieuw geprobeerd.',
  },
  acknowledge_failed: {
    text: 'Het document is gemaakt, maar de werkbonsoftware heeft het nog niet bevestigd (pogingen: {tries}).',
    todo: 'Controleer de werkbonsoftware; die krijgt het vanzelf nog eens te horen.',
  },
  credit_by_hand: {
    text: 'Het document van werkbon {thing} kan van hieruit niet worden gecrediteerd: waarmee het gepland was, is niet bekend.',
    todo: 'Maak de creditfactuur in Moloni en sla dit daarna over.',
  },
  pdf_missing: {
    text: 'Het document is gemaakt, maar de afdruk kon niet worden opgehaald ({cause}).',
    todo: 'Druk het in Moloni af.',
  },
  no_mail_address: {
    text: 'Het document is gemaakt, maar de klant die voor {thing} betaalt heeft geen e-mailadres.',
    todo: 'Verstuur het vanuit Moloni.',
  },
  mail_failed: {
    text: 'Het document is gemaakt, maar Moloni heeft het niet gemaild ({cause}).',
    todo: 'Verstuur het vanuit Moloni.',
  },
  mail_unknown: {
    text: 'Het document is gemaakt; niemand kan zeggen of Moloni het heeft gemaild. Het wordt niet vanzelf nog eens verstuurd.',
    todo: 'Kijk in Moloni of het verstuurd is.',
  },
  corrected_after_close: {
    text: 'Werkbon {thing} is gewijzigd nadat zijn document definitief was.',
    todo: 'Maak in Moloni een creditfactuur en een nieuw document, of laat het document zoals het is.',
  },
  reopened_after_close: {
    text: 'Werkbon {thing} heeft een document en is in de werkbonsoftware weer geopend.',
    todo: 'Rond hem weer af zoals hij was. Is het werk veranderd, laat het document dan opnieuw maken.',
  },
  kind_changed: {
    text: 'De werkbon is verbeterd en zou nu een ander soort document worden ({wanted}); concept {documentId} is van het soort {kind}.',
    todo: 'Verwijder het concept in Moloni en maak het document daarna opnieuw.',
  },
  ledger_incomplete: {
    text: 'In Moloni staat misschien een document van ons dat hier niet bekend is; een verzameldocument zou werk dan twee keer factureren.',
    todo: 'Kijk in Moloni of dit werk al gefactureerd is; sla het dan over, of maak het document opnieuw.',
  },
} as const satisfies TextsLike<typeof english>
