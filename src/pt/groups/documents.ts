import type { CallOptions } from '../caller.ts'
import {
  company,
  type Done,
  type DoneWithMessage,
  done,
  doneWithMessage,
  one,
  paging,
  rows,
  write,
} from '../endpoint.ts'
import { type DocumentFilter, documentFilters } from '../families/document-filters.ts'
import {
  type DocumentDetails,
  type DocumentSummary,
  documentDetails,
  documentSummary,
} from '../families/document-rows.ts'
import { type DocumentReads, documentReads } from '../families/documents.ts'
import type { Paged } from '../families/people.ts'
import type { InCompany } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { array, flag, int, lazy, nullable, num, type OutOf, row, text } from '../schema.ts'

const documentType = lazy(() => row({ document_type_id: int }, { saft_code: text, name: text, titulo: text }))

/** A kind of document; its name is in `name`, or in `titulo` as some clients met it. */
export interface DocumentType extends OutOf<typeof documentType> {}

const bareDocument = lazy(() =>
  row(
    { document_id: int },
    {
      document_type_id: int,
      company_id: int,
      customer_id: int,
      supplier_id: int,
      salesman_id: int,
      document_set_id: int,
      document_set_name: text,
      number: int,
      date: text,
      expiration_date: nullable(text),
      year: int,
      maturity_date_days: nullable(int),
      maturity_date_id: int,
      maturity_date_name: text,
      your_reference: text,
      our_reference: text,
      entity_number: text,
      entity_name: text,
      entity_vat: text,
      entity_address: text,
      entity_city: text,
      entity_zip_code: text,
      entity_country: text,
      entity_country_id: int,
      lastmodified: text,
      lastmodifiedby: text,
      lastmodifiedby_id: int,
      set_from_api: int,
      plugin_id: int,
      doc_unico: nullable(text),
      terminal_id: int,
      cash_vat_scheme_indicator: int,
      rsa_hash: text,
      hash_control: int,
      timezone_id: int,
    },
  ),
)

/** A document without what belongs to it. */
export interface BareDocument extends OutOf<typeof bareDocument> {}

const openLine = lazy(() =>
  row(
    { product_id: int },
    {
      document_product_id: int,
      name: text,
      summary: text,
      qty: num,
      price: num,
      discount: num,
      exemption_reason: text,
      warehouse_id: int,
      taxes: array(row({ tax_id: int }, { value: num, order: int, cumulative: int })),
    },
  ),
)

/** A line that may still be credited. */
export interface OpenLine extends OutOf<typeof openLine> {}

const link = lazy(() => row({ url: text }))

export const documentsEndpoints = {
  ...documentReads(documentFilters),
  getAll: rows(documentSummary, {}, { ...company, ...paging, ...documentFilters, status: int }),
  getOne: one(
    documentDetails,
    {},
    { ...company, document_id: int, ...documentFilters, with_bundle_products: flag },
  ),
  getAllDocumentTypes: rows(documentType, { language_id: int }, {}),
  getByMBReference: one(bareDocument, { entity: int, reference: int }, company),
  getPDFLink: one(link, { document_id: int }, { ...company, signed: flag }),
  getUnrelatedProducts: rows(openLine, { document_id: int }, company),
  documentCancel: write('act', doneWithMessage, { document_id: int }, { ...company, observation: text }),
  documentDraft: write(
    'act',
    doneWithMessage,
    { document_id: int },
    { ...company, keep_conciliations: flag },
  ),
  deleteMBReference: write('delete', done, { document_id: int, reference_id: int }, company),
  setMBReferenceAsPaid: write(
    'act',
    done,
    {},
    { document_id: int, reference_id: int, entity: int, reference: int, payment_date: text },
  ),
}

/** Documents of every kind. Pages: `https://www.moloni.pt/dev/documents/documents/<method>/`. */
export interface DocumentsApi extends DocumentReads {
  /** One page, newest first. Page: https://www.moloni.pt/dev/documents/documents/getall/ */
  getAll(
    params?: DocumentFilter & Paged & { status?: number | undefined },
    options?: CallOptions,
  ): Promise<DocumentSummary[]>
  /** The first document that fits, of any kind. Page: https://www.moloni.pt/dev/documents/documents/getone/ */
  getOne(
    params: DocumentFilter & {
      document_id?: number | undefined
      with_bundle_products?: 0 | 1 | boolean | undefined
    },
    options?: CallOptions,
  ): Promise<DocumentDetails>
  /** The kinds of documents in a language. Page: https://www.moloni.pt/dev/documents/documents/getalldocumenttypes/ */
  getAllDocumentTypes(params: { language_id: number }, options?: CallOptions): Promise<DocumentType[]>
  /** The document of a Multibanco reference. Page: https://www.moloni.pt/dev/documents/documents/getbymbreference/ */
  getByMBReference(
    params: InCompany & { entity: number; reference: number },
    options?: CallOptions,
  ): Promise<BareDocument>
  /** A link to a web page with the PDF; not for drafts. Page: https://www.moloni.pt/dev/documents/documents/getpdflink/ */
  getPDFLink(
    params: InCompany & { document_id: number; signed?: 0 | 1 | boolean | undefined },
    options?: CallOptions,
  ): Promise<{ url: string }>
  /**
   * Lines of a document that may still be credited.
   *
   * @experimental Undocumented.
   */
  getUnrelatedProducts(
    params: InCompany & { document_id: number },
    options?: CallOptions,
  ): Promise<OpenLine[]>
  /**
   * Annuls a closed document; `RefusedError` when something stands in the way.
   * Page: https://www.moloni.pt/dev/documents/documents/documentcancel/
   */
  documentCancel(
    params: InCompany & { document_id: number; observation?: string | undefined },
    options?: CallOptions,
  ): Promise<DoneWithMessage>
  /** Makes a closed document a draft again, where its kind allows it. Page: https://www.moloni.pt/dev/documents/documents/documentdraft/ */
  documentDraft(
    params: InCompany & { document_id: number; keep_conciliations?: 0 | 1 | boolean | undefined },
    options?: CallOptions,
  ): Promise<DoneWithMessage>
  /** Removes a Multibanco reference. Page: https://www.moloni.pt/dev/documents/documents/deletembreference/ */
  deleteMBReference(
    params: InCompany & { document_id: number; reference_id: number },
    options?: CallOptions,
  ): Promise<Done>
  /**
   * Marks a Multibanco reference as paid: by `document_id` and `reference_id`, or by `entity` and `reference`.
   * Page: https://www.moloni.pt/dev/documents/documents/setmbreferenceaspaid/
   */
  setMBReferenceAsPaid(
    params: {
      document_id?: number | undefined
      reference_id?: number | undefined
      entity?: number | undefined
      reference?: number | undefined
      payment_date?: string | undefined
    },
    options?: CallOptions,
  ): Promise<Done>
  /** All that fit over all pages. */
  list(
    filter?: DocumentFilter & { status?: number | undefined },
    options?: ListOptions,
  ): RowList<DocumentSummary>
}
