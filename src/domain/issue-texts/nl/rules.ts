import type { RuleNames } from '../texts-like.ts'

export const ruleNames = {
  required: 'moet ingevuld zijn.',
  email: 'moet een e-mailadres zijn.',
  unique: 'bestaat al.',
  url: 'moet een webadres zijn.',
  postal_code: 'moet een geldige postcode zijn.',
  tax_number: 'moet een geldig fiscaal nummer zijn.',
  date: 'moet een geldige datum zijn.',
  phone: 'moet een telefoonnummer zijn.',
  associated_document: 'noemt een document dat niet te koppelen is of al verbruikt is.',
  not_communicable: 'kan niet aan de belastingdienst worden doorgegeven.',
  tax_order: 'heeft naast de btw nog een belasting, en de btw staat vooraan of telt niet mee.',
  several_vat: 'heeft meer dan één btw.',
  customer_unidentified: 'vraagt om een klant die bekend is bij naam en fiscaal nummer.',
  limit_reached: 'heeft zijn grens bereikt.',
  database: 'Moloni had een fout in zijn databank.',
  unknown_record: 'bestaat niet in deze administratie.',
  default_missing: 'in Moloni is er geen standaard voor gekozen.',
} as const satisfies RuleNames
