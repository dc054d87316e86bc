import type { JsonObject } from '../../http/json.ts'
import type { TableName } from '../state.ts'

/** The company's own record. */
export function companyRecord({ company_id, name }: { company_id: number; name: string }): JsonObject {
  return {
    company_id,
    name,
    email: 'geral@example.com',
    fax: '',
    website: '',
    vat: company_id === 5 ? '500000000' : '509442013',
    address: 'Rua da Sofia 112',
    city: 'Coimbra',
    zip_code: '3000-389',
    country_id: 1,
    capital: '50000',
    commercial_registration_number: '509442013',
    registry_office: 'Coimbra',
    phone: '239000000',
    image: '',
    confirmed: 1,
    currency_id: 1,
    gdpr_acceptance: 1,
    slug: `empresa-${company_id}`,
  }
}

function vat(name: string, vat_type: string, value: number, fiscal_zone: string): JsonObject {
  return {
    name,
    value,
    type: 1,
    saft_type: 1,
    vat_type,
    stamp_tax: '',
    exemption_reason: '',
    fiscal_zone,
    active_by_default: fiscal_zone === 'PT' && vat_type === 'NOR' ? 1 : 0,
    lastmodifiedby: 'Moloni',
    recem_importado: 0,
    country_id: 0,
    visibility: 1,
  }
}

/** Settings of a fresh company: rates of the three zones, units, series, terms. */
export const baseTables: Readonly<Partial<Record<TableName, readonly JsonObject[]>>> = {
  taxes: [
    vat('IVA Normal', 'NOR', 23, 'PT'),
    vat('IVA Intermédio', 'INT', 13, 'PT'),
    vat('IVA Reduzido', 'RED', 6, 'PT'),
    vat('IVA Normal Açores', 'NOR', 16, 'PT-AC'),
    vat('IVA Intermédio Açores', 'INT', 9, 'PT-AC'),
    vat('IVA Reduzido Açores', 'RED', 4, 'PT-AC'),
    vat('IVA Normal Madeira', 'NOR', 22, 'PT-MA'),
    vat('IVA Intermédio Madeira', 'INT', 12, 'PT-MA'),
    vat('IVA Reduzido Madeira', 'RED', 5, 'PT-MA'),
  ],
  measurementUnits: [
    { name: 'Unidade', short_name: 'Uni.' },
    { name: 'Metro', short_name: 'm' },
    { name: 'Quilograma', short_name: 'kg' },
    { name: 'Caixa', short_name: 'Cx.' },
    { name: 'Hora', short_name: 'Hora' },
  ],
  documentSets: [
    {
      name: 'M',
      active_by_default: 1,
      cash_vat_scheme_indicator: 0,
      template_id: 0,
      image: '',
      for_invoice_receipt: 0,
      is_invisible: 0,
      eac_id: 701_219,
    },
  ],
  paymentMethods: [
    { name: 'Numerário', is_numerary: 1, is_mb: 0, is_credit: 0, is_tpa: 0 },
    { name: 'Transferência Bancária', is_numerary: 0, is_mb: 0, is_credit: 0, is_tpa: 0 },
    { name: 'Multibanco', is_numerary: 0, is_mb: 1, is_credit: 0, is_tpa: 0 },
  ],
  maturityDates: [
    { name: 'Pronto Pagamento', days: 0, associated_discount: 0 },
    { name: '30 Dias', days: 30, associated_discount: 0 },
    { name: '60 Dias', days: 60, associated_discount: 0 },
  ],
  deliveryMethods: [{ name: 'Entrega em mão' }, { name: 'Transportadora' }],
  warehouses: [
    {
      title: 'Armazém Central',
      code: 'AC',
      is_default: 1,
      address: 'Rua da Sofia 112',
      city: 'Coimbra',
      zip_code: '3000-389',
      country_id: 1,
      phone: '',
      fax: '',
      contact_name: '',
      contact_email: '',
      visibility_id: 1,
    },
  ],
  deductions: [{ name: 'IRS', value: 25 }],
  economicActivities: [{ eac_id: 701_219, code: '43221', description: 'Instalação de canalizações' }],
  productCategories: [
    { parent_id: 0, name: 'Materiais', description: '', image: '', pos_enabled: 1 },
    { parent_id: 0, name: 'Serviços', description: '', image: '', pos_enabled: 1 },
  ],
  salesmen: [
    {
      number: '1',
      name: 'Rui Tavares',
      vat: '241250609',
      email: '',
      website: '',
      fax: '',
      address: '',
      city: 'Coimbra',
      zip_code: '',
      country_id: 1,
      phone: '',
      notes: '',
      base_commission: 0,
      qty_copies_document: 2,
      language_id: 1,
    },
  ],
  customers: [
    customerRecord({
      number: '0',
      name: 'Consumidor Final',
      vat: '999999990',
      address: 'Desconhecido',
      city: 'Desconhecido',
      zip_code: '0000-000',
    }),
  ],
}

/** A customer's record with everything that was not given empty. */
export function customerRecord(known: JsonObject): JsonObject {
  return {
    visibility_id: 1,
    salesman_id: 0,
    email: '',
    website: '',
    fax: '',
    phone: '',
    contact_name: '',
    contact_email: '',
    contact_phone: '',
    notes: '',
    discount: 0,
    credit_limit: 0,
    qty_copies_document: null,
    maturity_date_id: 0,
    payment_day: 0,
    field_notes: '',
    language_id: 1,
    country_id: 1,
    payment_method_id: 0,
    delivery_method_id: 0,
    price_class_id: 0,
    document_set_id: 0,
    geographic_zone_id: 0,
    exemption_reason: '',
    print_document_notes: 0,
    associated_taxes: [],
    ...known,
  }
}
