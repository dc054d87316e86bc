import type { Mapped, MaterialLine, ServiceSheet } from '../../domain/index.ts'
import { countryOf, known } from '../known.ts'
import { present } from '../present.ts'
import { sourceOf } from '../source.ts'
import type { ServiceSheetLineRow, ServiceSheetRow } from './rows.ts'

/**
 * A service sheet from a closed Moloni document with its lines. The customer is who the document names, as it was when the
 * document was closed.
 *
 * Issues: `missing_number`.
 */
export function serviceSheetFromDocument(
  row: ServiceSheetRow,
  { companyId }: { readonly companyId: number | string },
): Mapped<ServiceSheet> {
  if (!row.number || row.number < 0) {
    const thing = String(row.document_id)
    return { issues: [{ code: 'missing_number', field: 'number', thing, severity: 'error' }] }
  }
  const series = known(row.document_set?.name) ?? known(row.document_set_name)
  const code = known(row.document_type?.saft_code)
  const numbered = series ? `${series}/${row.number}` : String(row.number)
  return {
    value: {
      number: code ? `${code} ${numbered}` : numbered,
      customer: present({
        debtorNumber: known(row.entity_number),
        name: known(row.entity_name),
        vatNumber: known(row.entity_vat),
        street: known(row.entity_address),
        postalCode: known(row.entity_zip_code),
        city: known(row.entity_city),
        country: countryOf(undefined, row.entity_country_id),
      }),
      lines: row.products?.map(lineOf) ?? [],
      source: sourceOf('pt', companyId, row.document_id),
      ...present({ date: /^\d{4}-\d{2}-\d{2}/.exec(row.date ?? '')?.[0], description: known(row.notes) }),
    },
    issues: [],
  }
}

function lineOf(line: ServiceSheetLineRow): MaterialLine {
  const { document_product_id: id, discount } = line
  return {
    quantity: line.qty ?? 0,
    ...present({
      id: id ? String(id) : undefined,
      code: known(line.reference),
      name: known(line.name),
      unitPrice: line.price ?? undefined,
      unit: known(line.unit_short_name) ?? known(line.unit_name),
      discountPercent: discount && discount > 0 && discount <= 100 ? discount : undefined,
    }),
  }
}
