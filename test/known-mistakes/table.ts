/** A mistake that others made, with the tests that would fail on it. */
export interface KnownMistake {
  readonly mistake: string
  /** `file: title`, both as they are written; the file from the folder `test`. */
  readonly tests: readonly string[]
}

/** What a connector of 2018 got wrong. */
export const defects2018: Readonly<Record<number, KnownMistake>> = {
  1: {
    mistake: 'Only the first fifty customers arrive.',
    tests: [
      'sync/import-pages.test.ts: imports everything past the first page, and reads products once for materials and hour types',
      'pt/lists.test.ts: of %i rows takes %i requests',
    ],
  },
  2: {
    mistake: 'A page with few materials among its products is taken for the last one.',
    tests: [
      'sync/import-pages.test.ts: imports everything past the first page, and reads products once for materials and hour types',
      'pt/lists.test.ts: are judged by what was sent, not by what could be read',
    ],
  },
  3: {
    mistake: 'A product needs a unit, and one spelling of it, to arrive as what it is.',
    tests: [
      'sync/import-kinds.test.ts: hours under any spelling are hour types; products without a unit are materials; nothing is dropped',
      'mappers/rules.test.ts: %s is an hour',
    ],
  },
  4: {
    mistake: 'A word is made up where the address has nothing.',
    tests: [
      'known-mistakes/imports.test.ts: without an address arrives without one: nothing is made up to fill it',
      "mappers/pt-import.test.ts: unknown fields are absent, whether empty, blank, null or in Moloni's own words",
    ],
  },
  5: {
    mistake: 'Tax number, country and e-mail addresses end up in the wrong fields.',
    tests: [
      'known-mistakes/imports.test.ts: keeps tax number, country and every e-mail address in its own field',
      'mappers/pt-import.test.ts: no e-mail address becomes the one that work orders go to',
    ],
  },
  6: {
    mistake: 'Another address of a customer repeats the main one.',
    tests: [
      'known-mistakes/imports.test.ts: brings its other addresses as they are, not the main one again',
      'mappers/pt-import.test.ts: alternate addresses are their own, not the main one again',
    ],
  },
  7: {
    mistake: 'The site is billed although somebody else pays.',
    tests: ['sync/export-rules.test.ts: the bill-to party is billed, not the site'],
  },
  8: {
    mistake: 'Whatever document set comes first is used, and asked for again with every order and line.',
    tests: [
      'known-mistakes/documents.test.ts: is the default one and not the first of the list',
      'known-mistakes/documents.test.ts: is asked of a person when none of several is the default',
      'known-mistakes/documents.test.ts: and the other tables are read once a run; a product once, however many lines it is on',
    ],
  },
  9: {
    mistake: 'Everything is due a day later.',
    tests: [
      'known-mistakes/documents.test.ts: is that of the payment term of the customer',
      "mappers/rules.test.ts: the due date is the customer's, a number of days, or the document's",
    ],
  },
  10: {
    mistake: 'One tax of several is sent, and any words as the reason for none.',
    tests: [
      'known-mistakes/documents.test.ts: of a product without tax is its legal code, and free text in its place blocks',
      'mappers/vat.test.ts: other taxes come first and VAT is computed on them too',
    ],
  },
  11: {
    mistake: 'Discounts, warehouses, projects, warranty and travel are dropped.',
    tests: [
      'known-mistakes/documents.test.ts: discount, warehouse, project, warranty and travel of a work order reach the document',
      'mappers/billable-lines.test.ts: warranty: billed, free, or left out',
    ],
  },
  12: {
    mistake: 'A process that dies after creating creates again.',
    tests: [
      'sync/export-crash.test.ts: killed %s every single effect of an export, the work order ends with one closed document',
      'sync/export-lost-answers.test.ts: %s: exactly one closed invoice, acknowledged',
    ],
  },
  13: {
    mistake: 'A failed call becomes an empty value, and an odd message somewhere else.',
    tests: [
      'pt/answers.test.ts: is one whatever the endpoint answers otherwise',
      'sync/import-pages.test.ts: an error in the middle leaves the cursor, stops one stream only, and the next run goes on from its page',
      'sync/preview.test.ts: can be aborted, and an error of Moloni is the error of the preview',
    ],
  },
  14: {
    mistake: 'Failures are repeated at once and for ever, and nobody sees which.',
    tests: [
      'sync/export-rules.test.ts: a failing call gives up after the set number of tries and waits for a person',
      'http/transport.test.ts: gives up after three repeats with the last error',
      'sync/export-person.test.ts: lists by state and shows the plan with the reason of every VAT rate',
    ],
  },
  15: {
    mistake: 'Tokens and bodies are printed.',
    tests: [
      'sync/secrets.test.ts: no secret shows in a log line, an event, a report, a problem, health, an error, or a key of the store',
    ],
  },
  16: {
    mistake: 'An afternoon is stored as a morning.',
    tests: [
      'known-mistakes/imports.test.ts: the start date is a day, also for who connects at %i o’clock',
      'pt/lists.test.ts: %s is refused',
    ],
  },
  17: {
    mistake: 'All kinds share one mark of how far they were read.',
    tests: [
      'known-mistakes/imports.test.ts: a stream that failed goes on from its own mark, and the others keep theirs',
    ],
  },
}

/** What clients, plug-ins, platforms and their users report. */
export const pitfalls: Readonly<Record<number, KnownMistake>> = {
  1: {
    mistake: 'A refusal with status 200 counts as success.',
    tests: [
      'pt/answers.test.ts: %s is a field of a ValidationError, plain or human',
      'pt/answers.test.ts: is refused by valid %j',
    ],
  },
  2: {
    mistake: 'Rows with a code of their own look like errors, and an empty list like a failure.',
    tests: ['pt/answers.test.ts: is not seen in rows that have a code of their own'],
  },
  3: {
    mistake: 'Data beside an error hides the error.',
    tests: [
      'es/answers.test.ts: are an error of a read, data beside them or not',
      'es/answers.test.ts: beside the data of a change leave open what was done',
    ],
  },
  4: {
    mistake: 'Trouble of the server or the network is read as data, or breaks the process.',
    tests: [
      'pt/answers.test.ts: %i with %s is %s',
      'pt/answers.test.ts: that answers %s is a ContractError: nobody knows what happened',
      'sync/import-pages.test.ts: %s is never taken for the last page',
      'oauth/oauth.test.ts: that answers %s is an error',
      'sync/connection-login.test.ts: a grant that is %s is asked once, uses the attempt up, and says what to do',
    ],
  },
  5: {
    mistake: 'Every failure looks the same afterwards.',
    tests: [
      'pt/emulator.test.ts: refusals come back as coded errors',
      'sync/export-rules.test.ts: %s',
      'sync/import-pages.test.ts: a user without access to one list stops that list only',
    ],
  },
  6: {
    mistake: 'Calls that start together log in one by one.',
    tests: [
      'oauth/token-source.test.ts: causes one grant for ten parallel calls',
      'pt/access.test.ts: a token that dies early costs one grant for all calls',
    ],
  },
  7: {
    mistake: 'The first refresh token is used for ever.',
    tests: [
      'oauth/token-source.test.ts: is refreshed again and again with the token of the time before',
      'known-mistakes/login.test.ts: a server that ends the whole login when a spent refresh token comes again is never given one',
    ],
  },
  8: {
    mistake: 'Of two processes that refresh, the slower one throws the login away.',
    tests: [
      'oauth/token-source.test.ts: a refused loser adopts the pair of the winner',
      'oauth/token-source.test.ts: a refusal is not believed while another process is at work',
      'oauth/token-source.test.ts: causes one grant for two sources on one store',
    ],
  },
  9: {
    mistake: 'A refresh that took too long counts as a refused login.',
    tests: [
      'oauth/token-source.test.ts: a time-out: one request, the login is untouched',
      'sync/connection-login.test.ts: %s in the refresh is no lost login: the next run goes on',
    ],
  },
  10: {
    mistake: 'A lifetime is guessed, or a missing one means for ever.',
    tests: ['oauth/oauth.test.ts: with a lifetime that is %s expires all the same'],
  },
  11: {
    mistake: 'Two tenants share one place for their tokens.',
    tests: [
      'oauth/token-source.test.ts: tenants never mix',
      'sync/import-scopes.test.ts: two tenants on one store never mix',
    ],
  },
  12: {
    mistake: 'A pair is used before it is stored.',
    tests: [
      'oauth/token-source.test.ts: is stored before anybody uses its successor',
      'oauth/token-source.test.ts: keeps a pair that could not be stored and stores it at the next call',
    ],
  },
  13: {
    mistake: 'Secrets and whole addresses stand in logs and errors.',
    tests: [
      'sync/secrets.test.ts: no secret shows in a log line, an event, a report, a problem, health, an error, or a key of the store',
      'http/transport.test.ts: stay out of errors, hooks and log lines after %s',
      'oauth/oauth.test.ts: never shows code, tokens or client secret',
      'programs/start.test.ts: no secret is printed',
    ],
  },
  14: {
    mistake: 'Rows within a body become a meaningless word.',
    tests: [
      'http/body.test.ts: nests rows the way PHP reads them',
      'http/body.test.ts: holds the same fields as the form',
      'pt/emulator.test.ts: an invoice is drafted, found, changed, closed and then fixed (%s)',
    ],
  },
  15: {
    mistake: 'A secret is put into an address as it is.',
    tests: [
      'known-mistakes/login.test.ts: the client secret %s goes whole through the address',
      'pt/requests.test.ts: encodes a token that is not made for addresses',
    ],
  },
  16: {
    mistake: 'A fixed company takes the place of the one that was meant.',
    tests: [
      'pt/requests.test.ts: named by a call wins over that of the client',
      'sync/connection-login.test.ts: the demonstration company is marked, comes last and is never chosen by itself',
    ],
  },
  17: {
    mistake: 'JSON is sent without saying so.',
    tests: ['pt/requests.test.ts: is a JSON body, announced as such, to the documented address'],
  },
  18: {
    mistake: 'A filter with a typing error finds everything.',
    tests: [
      'pt/lists.test.ts: refuses a mistyped filter',
      'sync/export-lost-answers.test.ts: a reference filter that is %s still ends with one closed invoice each',
      'known-mistakes/documents.test.ts: a first page without our document proves nothing where the server ignores the filter',
    ],
  },
  19: {
    mistake: 'The first page is taken for the list.',
    tests: [
      'sync/import-pages.test.ts: imports everything past the first page, and reads products once for materials and hour types',
      'pt/emulator.test.ts: a list holds every row once, and counts agree',
    ],
  },
  20: {
    mistake: 'A page is measured after rows were taken out of it.',
    tests: ['pt/lists.test.ts: are judged by what was sent, not by what could be read'],
  },
  21: {
    mistake: 'An error between two pages ends the list, and the mark moves on.',
    tests: [
      'sync/import-pages.test.ts: an error in the middle leaves the cursor, stops one stream only, and the next run goes on from its page',
      'pt/lists.test.ts: ends with the error that came in the middle',
    ],
  },
  22: {
    mistake: 'The mark is the time at the end of a run, without a margin.',
    tests: [
      'sync/import-windows.test.ts: nothing that changes between two runs is missed, and old rows are not read again',
      'sync/import-pages.test.ts: a row that changes while the list is read is never lost, and neither are its neighbours',
      'known-mistakes/imports.test.ts: a stream that failed goes on from its own mark, and the others keep theirs',
    ],
  },
  23: {
    mistake: 'A change between two pages pushes a neighbour out of sight.',
    tests: [
      'sync/import-pages.test.ts: a row that changes while the list is read is never lost, and neither are its neighbours',
      'sync/import-pages.test.ts: a row that is deleted between two pages hides none of the others',
    ],
  },
  24: {
    mistake: 'A server that knows no position gives its first page without end.',
    tests: [
      'sync/import-pages.test.ts: a server that ignores the position ends in an error, run after run, and never in a moved cursor',
      'pt/lists.test.ts: that gives the same page again is an error',
    ],
  },
  25: {
    mistake: 'A run that failed counts as done.',
    tests: [
      'sync/import-rejected.test.ts: a host that is wholly down stops the stream and leaves its cursor; other streams go on',
      'sync/import-pages.test.ts: a list that never agrees with its count is read twice, reported, and leaves the cursor',
    ],
  },
  26: {
    mistake: 'All rows of a company are held at once.',
    tests: [
      'known-mistakes/imports.test.ts: the host gets each page before the next is read, and never more than a page at once',
      'pt/lists.test.ts: fetches a page only when it is needed',
    ],
  },
  27: {
    mistake: 'Rows with the same time at the edge of a window are lost.',
    tests: [
      'sync/import-windows.test.ts: a change during the run itself, at the very edge of the window, is in the next one',
    ],
  },
  28: {
    mistake: 'A time is written in another zone than it is read in.',
    tests: [
      'sync/import-windows.test.ts: the change from %s loses nothing',
      'pt/lists.test.ts: %s is sent as %s',
      'pt/lists.test.ts: %s is refused',
    ],
  },
  29: {
    mistake: 'Products vanish for want of a unit, and hours for the spelling of it.',
    tests: [
      'sync/import-kinds.test.ts: hours under any spelling are hour types; products without a unit are materials; nothing is dropped',
    ],
  },
  30: {
    mistake: 'Required fields are filled with a made-up word.',
    tests: [
      'known-mistakes/imports.test.ts: without an address arrives without one: nothing is made up to fill it',
      'mappers/pt-import.test.ts: without %s: told, or refused where the host demands it',
    ],
  },
  31: {
    mistake: 'Tax number, country or addresses for mail get lost on the way.',
    tests: [
      'known-mistakes/imports.test.ts: keeps tax number, country and every e-mail address in its own field',
    ],
  },
  32: {
    mistake: 'The second address is read from the first.',
    tests: ['known-mistakes/imports.test.ts: brings its other addresses as they are, not the main one again'],
  },
  33: {
    mistake: 'One customer becomes two, or two become one because both are nobody for the tax office.',
    tests: [
      'known-mistakes/documents.test.ts: is found by its number, never by a tax number that others share',
      'known-mistakes/documents.test.ts: that exists twice under one number is not chosen by chance',
      'known-mistakes/imports.test.ts: that shares the number of the final consumer stays a record of its own',
      'mappers/rules.test.ts: the shared number of the final consumer is never a key',
    ],
  },
  34: {
    mistake: 'An amount of tax is read as a rate.',
    tests: [
      'mappers/pt-import.test.ts: a material, with the rate and not the amount of its VAT',
      'mappers/pt-documents.test.ts: a product: its rate is the nested one, its price plain decimal text',
    ],
  },
  35: {
    mistake: 'The next number is no number, and is used.',
    tests: [
      'known-mistakes/imports.test.ts: a next number that is none is handed on as text, and never counted on',
    ],
  },
  36: {
    mistake: 'What was merged or deleted on the other side blocks for ever.',
    tests: [
      'known-mistakes/documents.test.ts: that was deleted in Moloni blocks its work orders, and frees them when it is there again',
      'known-mistakes/documents.test.ts: that cannot reach the host blocks its work orders for a day at most',
      'sync/import-gone.test.ts: the host key of a gone record may serve another one',
    ],
  },
  37: {
    mistake: 'Reading everything again wipes what people changed.',
    tests: [
      'known-mistakes/imports.test.ts: that a person changed at the host is not overwritten by a full read that brings nothing else',
    ],
  },
  38: {
    mistake: 'A lost answer makes a second invoice.',
    tests: [
      'sync/export-lost-answers.test.ts: %s: exactly one closed invoice, acknowledged',
      'sync/export-lost-answers.test.ts: an effect that lands after the second insert makes a twin: nothing is closed and a person is told',
      'sync/export-crash.test.ts: killed %s every single effect of an export, the work order ends with one closed document',
      'sync/export-second-thoughts.test.ts: is not closed while a twin may hide in a row that cannot be read',
      'pt/emulator.test.ts: a creation whose answer is lost is sent once',
    ],
  },
  39: {
    mistake: 'Who pays is ignored.',
    tests: [
      'sync/export-rules.test.ts: the bill-to party is billed, not the site',
      'mappers/rules.test.ts: somebody else without a number blocks; the site is not billed in their place',
    ],
  },
  40: {
    mistake: 'The document set is the first that comes, asked for with every order.',
    tests: [
      'known-mistakes/documents.test.ts: is the default one and not the first of the list',
      'known-mistakes/documents.test.ts: and the other tables are read once a run; a product once, however many lines it is on',
    ],
  },
  41: {
    mistake: 'The terms of payment are ignored.',
    tests: [
      'known-mistakes/documents.test.ts: is that of the payment term of the customer',
      'known-mistakes/documents.test.ts: is a number of days where the settings say so',
    ],
  },
  42: {
    mistake: 'Taxes beyond the first are lost, and a reason without law is sent.',
    tests: [
      'known-mistakes/documents.test.ts: of a product without tax is its legal code, and free text in its place blocks',
      'mappers/vat.test.ts: an exemption text that is no code of the account is not used',
      'mappers/vat.test.ts: other taxes come first and VAT is computed on them too',
    ],
  },
  43: {
    mistake: 'What a line says besides code and quantity is lost.',
    tests: [
      'known-mistakes/documents.test.ts: discount, warehouse, project, warranty and travel of a work order reach the document',
    ],
  },
  44: {
    mistake: 'Amounts are compared as floats.',
    tests: [
      'known-mistakes/documents.test.ts: with amounts that floats get wrong nothing is a mismatch',
      'mappers/pt-documents.test.ts: floats that are a hair off are the same cents',
    ],
  },
  45: {
    mistake: 'A close that failed leaves no trace, or counts as done.',
    tests: [
      'known-mistakes/documents.test.ts: a close that Moloni refuses is neither success nor nothing: a draft, a problem, and no acknowledgement',
      'sync/export-lost-answers.test.ts: %s: exactly one closed invoice, acknowledged',
    ],
  },
  46: {
    mistake: 'A document that is no draft is refused as such.',
    tests: [
      'sync/export-person.test.ts: closed: it is taken as closed and acknowledged with its number',
      'pt/documents/status.test.ts: answers a closed one as it is, and sends nothing',
      'pt/emulator.test.ts: an invoice is drafted, found, changed, closed and then fixed (%s)',
    ],
  },
  47: {
    mistake: 'Lines are thought to inherit the taxes of the product.',
    tests: [
      'known-mistakes/documents.test.ts: of every line is sent with its rate, for nothing is inherited from the product',
    ],
  },
  48: {
    mistake: 'Payments are sent that do not add up.',
    tests: ['pt/documents/follow-up.test.ts: takes payments that add up, and no others'],
  },
  49: {
    mistake: 'Remarks for colleagues are printed for the customer.',
    tests: [
      'sync/export-rules.test.ts: internal texts appear nowhere in Moloni, the store or what the host is told',
      'mappers/billable-lines.test.ts: internal texts never appear, whatever the settings',
    ],
  },
  50: {
    mistake: 'The same backlog is tried without end.',
    tests: [
      'known-mistakes/documents.test.ts: the backlog is offered again for ever, but costs a blocked work order no call and no second problem',
      'sync/export-rules.test.ts: a failing call gives up after the set number of tries and waits for a person',
    ],
  },
  51: {
    mistake: 'One bad code stops everything, and mending it frees nothing.',
    tests: [
      'sync/export-rules.test.ts: creating one missing product in Moloni frees every work order that waits for it',
      'sync/export-rules.test.ts: %s',
      'sync/export-second-thoughts.test.ts: that waits for a product is free when Moloni gets the product',
      'sync/export-second-thoughts.test.ts: a work order that is too large to keep is a problem of its own and never stops the others',
    ],
  },
  52: {
    mistake: 'Old work floods the books on the first day.',
    tests: [
      'sync/export-rules.test.ts: the first run only plans',
      'sync/export-rules.test.ts: work from before the day of connecting stays where it is',
      'sync/export-second-thoughts.test.ts: is left out when a start date is set before it is made',
      'sync/export-second-thoughts.test.ts: makes no document once it %s',
    ],
  },
  53: {
    mistake: 'Zero quantities, empty orders and typed-in lines have no way out.',
    tests: [
      'sync/export-rules.test.ts: zero quantity',
      'sync/export-rules.test.ts: %s',
      'mappers/billable-lines.test.ts: a free-text line goes onto the fallback product under its own name',
      'mappers/billable-lines.test.ts: zero quantities are left out when the settings say so, and the others keep their id',
    ],
  },
  54: {
    mistake: 'Hours differ from what the customer signed.',
    tests: [
      'known-mistakes/documents.test.ts: hours are billed as the signed work order rounds them',
      "mappers/hours.test.ts: the work order's own rounding goes before the settings, 0 included",
    ],
  },
  55: {
    mistake: 'A correction after the export doubles the invoice, or is never seen.',
    tests: [
      'sync/export-person.test.ts: replaces the content of its draft',
      'sync/export-person.test.ts: after closing is a problem, never a second document',
      'sync/export-second-thoughts.test.ts: that waits for the corrected content is free when the correction is mended',
    ],
  },
  56: {
    mistake: 'A cancelled invoice gets no credit note, or is taken for a living one.',
    tests: [
      'pt/documents/follow-up.test.ts: credits the whole of an invoice',
      'sync/export-taking-back.test.ts: is cancelled: a credit note and no other document, whatever the host offers later',
      'sync/export-person.test.ts: annulled: it is never adopted',
    ],
  },
  57: {
    mistake: 'The secret of a hook can be computed.',
    tests: [
      'sync/webhooks.test.ts: one for each model and operation, under an address that nobody can guess',
      'sync/webhooks.test.ts: %s is answered 404',
    ],
  },
  58: {
    mistake: 'Cleaning up removes the hooks of others.',
    tests: [
      'sync/webhooks.test.ts: those of others are never touched: not by cleaning up, not by a new secret, not by the end',
    ],
  },
  59: {
    mistake: 'A pause hides real changes along with echoes.',
    tests: [
      'sync/webhooks.test.ts: of a customer reaches the host within one trigger; the next read of the list changes nothing',
      'sync/webhooks.test.ts: that comes while a run is going on is not lost',
    ],
  },
  60: {
    mistake: 'What a hook says is believed.',
    tests: [
      'sync/webhooks.test.ts: a forged deletion under the right address deletes nothing: the record is read first',
      'sync/webhooks.test.ts: a record that was deleted leaves the host once nobody finds it any more',
    ],
  },
  61: {
    mistake: 'Reading marks everything as handled.',
    tests: [
      'outsmart/client.test.ts: always say whether they may',
      'outsmart/work-orders.test.ts: offers all complete work orders, changes none, and every one is as the engine wants it',
    ],
  },
  62: {
    mistake: 'A GET that changes something is repeated.',
    tests: [
      'oauth/oauth.test.ts: that gets a %i makes one request',
      'oauth/token-source.test.ts: %s: one request, the login is untouched',
    ],
  },
  63: {
    mistake: 'One count for many rows hides the row that failed.',
    tests: [
      'sync/import-rejected.test.ts: a sink that answers too few results for a batch is asked row by row',
      'sync/import-rejected.test.ts: one malformed result among good ones is a problem of that row only',
    ],
  },
  64: {
    mistake: 'Numbers arrive as text with a comma.',
    tests: [
      'outsmart/client.test.ts: decimals with comma or point, flags, days, and what is empty in any form',
    ],
  },
  65: {
    mistake: "A status that people make up is taken for the order's own.",
    tests: [
      'known-mistakes/documents.test.ts: a work status in free words is no life cycle: the fixed status alone says what is complete',
      'mappers/rules.test.ts: work statuses',
    ],
  },
}
