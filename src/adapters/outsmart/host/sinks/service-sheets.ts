import type { MaterialLine, ServiceSheet, WorkOrderParty } from '../../../../domain/index.ts'
import { isError } from '../../../../errors/index.ts'
import { decimal, round } from '../../../../internal/money.ts'
import type { Sink, SinkResult } from '../../../../sync/index.ts'
import type { CallOptions } from '../../client/caller.ts'
import type { OutsmartClient } from '../../client/client.ts'
import {
  type WorkOrderInput,
  type WorkOrderMaterialInput,
  workOrder,
} from '../../client/entities/work-order.ts'
import { errorRefusal, isAboutRecords, notWritten, problemRefusal } from '../refusals.ts'
import type { OutsmartSettings } from '../settings.ts'
import { stated } from '../stated.ts'
import { sourceId } from './source-id.ts'

type Settings = NonNullable<OutsmartSettings['serviceSheets']>

/**
 * Service sheets become work orders that nobody has planned yet. Where each comes from stands in its `WorkorderNo`: one
 * that is there already is left as it is, whatever has become of it. They are made one by one, each after a look.
 */
export function serviceSheetSink(client: OutsmartClient, settings: Settings): Sink<ServiceSheet> {
  return {
    async upsert(sheets, { signal }) {
      const results: SinkResult[] = []
      for (const sheet of sheets) {
        signal?.throwIfAborted()
        results.push(await taken(client, sheet, settings, { signal }))
      }
      return results
    },
  }
}

async function taken(
  client: OutsmartClient,
  sheet: ServiceSheet,
  settings: Settings,
  options: CallOptions,
): Promise<SinkResult> {
  const number = sourceId(sheet.source)
  const there = await keyOf(client, number, options)
  if (there !== undefined) return { ok: true, key: there }
  const party = await wholeParty(client, sheet.customer, options)
  const input = workOrderOf(sheet, number, party, settings)
  const encoded = workOrder.encode(input, '')
  const [problem] = 'problems' in encoded ? encoded.problems : []
  if (problem) return problemRefusal(problem)
  try {
    const made = await client.workOrders.create({ workOrders: [input] }, options)
    const key =
      made.find(({ workorder_no }) => workorder_no === number)?.row_id ??
      (await keyOf(client, number, options))
    return key === undefined ? notWritten : { ok: true, key }
  } catch (error) {
    if (!isAboutRecords(error)) throw error
    return errorRefusal(error)
  }
}

/** OutSmart's row id of the work order with the number. */
async function keyOf(
  client: OutsmartClient,
  workorder_no: string,
  options: CallOptions,
): Promise<string | undefined> {
  try {
    return (await client.workOrders.get({ workorder_no }, options)).id
  } catch (error) {
    if (isError(error, 'NotFoundError')) return undefined
    throw error
  }
}

interface Party extends WorkOrderParty {
  readonly contact?: string | undefined
}

/** What the document does not say of its customer stands on the relation. */
async function wholeParty(
  { relations }: OutsmartClient,
  party: WorkOrderParty,
  options: CallOptions,
): Promise<Party> {
  const { debtorNumber, name, street, postalCode, city } = party
  if (!debtorNumber || [name, street, postalCode, city].every(Boolean)) return party
  const rows = await relations.list(
    { where: [{ key: 'debtor_number', operator: 'eq', value: debtorNumber }] },
    options,
  )
  // OutSmart may have filtered nothing.
  const row = rows.find(({ debtor_number }) => debtor_number === debtorNumber)
  if (!row) return party
  const address = street ? {} : { street: row.street, houseNumber: row.house_number }
  const known = { name: row.name, postalCode: row.postal_code, city: row.city, email: row.email }
  return { ...stated({ ...known, contact: row.contact }), ...stated(party), ...stated(address) }
}

function workOrderOf(
  { number: title, description, lines }: ServiceSheet,
  number: string,
  party: Party,
  settings: Settings,
): WorkOrderInput {
  const { debtorNumber = '', name = '', street = '', postalCode = '', city = '' } = party
  const contact = party.contact ?? name
  return {
    WorkorderNo: number,
    CustomerDebtorNr: debtorNumber,
    CustomerName: name,
    CustomerStreet: street,
    CustomerZIP: postalCode,
    CustomerCity: city,
    CustomerContactPerson: contact,
    CustomerDebtorNrInvoice: debtorNumber,
    CustomerNameInvoice: name,
    CustomerStreetInvoice: street,
    CustomerZIPInvoice: postalCode,
    CustomerCityInvoice: city,
    CustomerContactPersonInvoice: contact,
    TypeOfWork: settings.typeOfWork,
    PaymentMethod: settings.paymentMethod,
    ShortWorkDescription: title,
    ...stated({
      WorkDescription: description,
      CustomerStreetNo: party.houseNumber,
      CustomerStreetNoInvoice: party.houseNumber,
      CustomerEmail: party.email,
      CustomerEmailInvoice: party.email,
    }),
    ...(settings.lines ? { Materials: lines.map(materialOf) } : {}),
  }
}

/** A line of the document, its discount taken off the price. */
function materialOf(line: MaterialLine): WorkOrderMaterialInput {
  const { code = '', name = '', quantity, unitPrice = 0, discountPercent = 0, unit } = line
  const net = decimal(unitPrice).times(decimal(100).minus(discountPercent)).div(100)
  return {
    MaterialCode: code,
    MaterialName: name || code,
    MaterialNr: quantity,
    MaterialPrice: discountPercent > 0 ? round(net, 2).toNumber() : unitPrice,
    ...stated({ MaterialUnit: unit }),
    ...(discountPercent > 0
      ? { MaterialDiscountPercentage: discountPercent, MaterialOriginalPrice: unitPrice }
      : {}),
  }
}
