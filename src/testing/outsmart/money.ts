import { dec, plus, toNumber, zero } from '../http/decimal.ts'
import type { Json } from '../http/json.ts'
import { Refusal } from './answers.ts'
import { bodyOf, type Call, counted, type Endpoint, listed, momentText, rowsOf, shown } from './call.ts'
import { filtered, textOf } from './filter.ts'
import { type Row, takeId } from './state.ts'
import { asTexts } from './work-orders/row.ts'

type Held = 'invoices' | 'quotations' | 'transactions'

const known: Readonly<Record<Held, string>> = {
  invoices:
    'inv_id inv_worksheet_id inv_quo_id inv_inv_id inv_type inv_status inv_number_formatted inv_reference inv_date inv_due_date inv_invoice_debtor_nr inv_timestamp_create inv_timestamp_mutate inv_timestamp_send inv_balance inv_amount',
  quotations: 'quo_number_formatted quo_worksheet_id quo_reference',
  transactions:
    'int_inv_id int_transaction_id int_external_transaction_id int_description int_amount int_type int_type_description int_status int_user int_timestamp',
}

const select = (call: Call, held: Held) => filtered<Row>(call, call.state[held], known[held].split(' '))

function reads(held: Held): Endpoint {
  return { method: 'GET', path: held, writes: () => false, run: (call) => listed(call, select(call, held)) }
}

/** What a PUT takes is not documented: the fields of one record, for every row that the filter lets through. */
function updates(held: 'invoices' | 'quotations'): Endpoint {
  return {
    method: 'PUT',
    path: held,
    writes: () => true,
    run(call) {
      const body = bodyOf(call)
      if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal(1009)
      const rows = select(call, held)
      for (const row of rows) Object.assign(row, asTexts({ ...body }))
      return counted(call, rows.length)
    },
  }
}

const addTransactions: Endpoint = {
  method: 'POST',
  path: 'transactions',
  writes: () => true,
  run(call) {
    const { state, now } = call
    const stored = rowsOf(call).map((sent): Row => {
      const fields = asTexts(JSON.parse(JSON.stringify(sent)))
      const own = { int_transaction_id: takeId(state), int_status: 'NEW', int_timestamp: momentText(now) }
      return { int_inv_id: null, ...own, ...fields }
    })
    state.transactions.push(...stored)
    balance(call)
    return structuredClone(stored.map(shown))
  },
}

const updateTransactions: Endpoint = {
  method: 'PUT',
  path: 'transactions',
  writes: () => true,
  run(call) {
    const changed = rowsOf(call).map((sent) => {
      const by = (field: string) => textOf(sent[field])
      const row = call.state.transactions.find(
        (one) =>
          (by('int_transaction_id') !== '' && textOf(one.int_transaction_id) === by('int_transaction_id')) ||
          (by('int_external_transaction_id') !== '' &&
            textOf(one.int_external_transaction_id) === by('int_external_transaction_id')),
      )
      if (!row) throw new Refusal(1007, 'The transaction was not found.')
      return Object.assign(row, asTexts(JSON.parse(JSON.stringify(sent))))
    })
    balance(call)
    return structuredClone(changed.map(shown))
  },
}

/** An invoice's balance is what was paid of it. */
function balance({ state }: Call): void {
  for (const invoice of state.invoices) {
    const paid = state.transactions
      .filter((row) => textOf(row.int_inv_id) === invoice.inv_id)
      .reduce((sum, row) => plus(sum, dec(Number(textOf(row.int_amount).replace(',', '.')))), zero)
    invoice.inv_balance = toNumber(paid).toFixed(2)
  }
}

export const moneyEndpoints: readonly Endpoint[] = [
  reads('invoices'),
  updates('invoices'),
  reads('quotations'),
  updates('quotations'),
  reads('transactions'),
  addTransactions,
  updateTransactions,
]

/** The next free number of a series. */
export const numbersEndpoint: Endpoint = {
  method: 'GET',
  path: 'numbers',
  writes: () => false,
  run({ state, query }): Json {
    if ((query.get('table') ?? '') === '') throw new Refusal(1007, 'Required field table is missing.')
    return String(state.nextId)
  },
}
