import type { CallOptions } from '../caller.ts'
import { company, count, type Done, done, one, rows, write } from '../endpoint.ts'
import type { InCompany } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { datetime, int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const zone = lazy(() =>
  row(
    { geographic_zone_id: int },
    {
      company_id: int,
      name: text,
      short_name: text,
      notes: text,
      destaque_id: int,
      lastmodified: datetime,
      lastmodifiedby: text,
    },
  ),
)

/** A geographic zone of a company. */
export interface GeographicZone extends OutOf<typeof zone> {}

const required = { name: text, short_name: text }

/** The fields of a zone. */
export interface GeographicZoneFields extends Out<typeof required> {}

const added = lazy(() => row({}, { valid: int, geographic_zone_id: int }))

/** What adding a zone answers, as far as can be guessed. */
export interface AddedZone extends OutOf<typeof added> {}

export const geographicZonesEndpoints = {
  getAll: rows(zone, {}, company),
  getOne: one(zone, { geographic_zone_id: int }, company),
  count: count({}, company),
  insert: write('create', added, required, company),
  delete: write('delete', done, { geographic_zone_id: int }, company),
}

/**
 * Geographic zones, which have no pages. Errors of all methods: `AuthError`, `ValidationError`, transport errors
 * and `ContractError`.
 */
export interface GeographicZonesApi {
  /**
   * All at once.
   *
   * @experimental Undocumented; known from client code and a recorded answer.
   */
  getAll(params?: InCompany, options?: CallOptions): Promise<GeographicZone[]>
  /**
   * One by id; `NotFoundError` when it does not exist.
   *
   * @experimental Inferred; nothing confirms it.
   */
  getOne(params: InCompany & { geographic_zone_id: number }, options?: CallOptions): Promise<GeographicZone>
  /**
   * How many there are.
   *
   * @experimental Inferred; nothing confirms it.
   */
  count(params?: InCompany, options?: CallOptions): Promise<number>
  /**
   * Adds a zone.
   *
   * @experimental Inferred; nothing confirms it, nor what it answers.
   */
  insert(params: GeographicZoneFields & InCompany, options?: CallOptions): Promise<AddedZone>
  /**
   * Deletes a zone; `RefusedError` when it is in use.
   *
   * @experimental Inferred; nothing confirms it.
   */
  delete(params: InCompany & { geographic_zone_id: number }, options?: CallOptions): Promise<Done>
  /** {@link getAll} as a list. */
  list(filter?: InCompany, options?: ListOptions): RowList<GeographicZone>
}
