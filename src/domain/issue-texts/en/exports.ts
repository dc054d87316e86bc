import type { IssueText } from '../../issue-text.ts'

/** What keeps a work order or its document from going on. */
export const exportTexts = {
  unknown_relation: {
    text: 'Moloni has no customer with number {thing}.',
    todo: 'Create the customer in Moloni, or correct the debtor number.',
  },
  relation_ambiguous: {
    text: 'Moloni has more than one customer with number {thing}.',
    todo: 'Give each customer a number of its own in Moloni.',
  },
  product_ambiguous: {
    text: 'Moloni has more than one product with reference {thing}.',
    todo: 'Give each product a reference of its own in Moloni.',
  },
  no_document_set: {
    text: 'The account has no default document set, and the settings name none.',
    todo: 'Choose the document set in the settings, or make one the default in Moloni.',
  },
  invalid_work_order: {
    text: 'The work order[ {thing}] cannot be read: the field "{field}" is missing or wrong.',
    todo: 'Correct the field, or report it to the maker of the connection.',
  },
  work_order_too_large: {
    text: 'Work order {thing} is larger than the {max} bytes that can be kept.',
    todo: 'Shorten its texts.',
  },
  refused_by_moloni: {
    text: 'Moloni refused the document[ because of "{field}"]: {rule}',
    todo: 'Correct what Moloni names, then try the work order again.',
  },
  chronology: {
    text: 'The document set already has a document of {thing} or later.',
    todo: 'Choose another document set, or allow a later document date in the settings.',
  },
  twin_documents: {
    text: 'More than one document carries the key of this work order: {documents}. None was closed.',
    todo: 'Delete the drafts that are too many in Moloni, then try again.',
  },
  document_annulled: {
    text: 'The document of this work order was annulled in Moloni.',
    todo: 'Dismiss the work order, or link another document to it.',
  },
  document_taken: {
    text: 'Document {documentId} already belongs to another work order.',
    todo: 'Check both work orders in Moloni.',
  },
  draft_gone: {
    text: 'The draft of this work order was deleted in Moloni.',
    todo: 'Make it again, or dismiss the work order.',
  },
  old_document: {
    text: 'Document {thing} already carries the number of this work order.',
    todo: 'Link the document to the work order, or make another one.',
  },
  mismatch: {
    text: 'The document in Moloni is not as planned[: "{field}" is {actual} instead of {expected}]. It was not closed by us.',
    todo: 'Correct the draft in Moloni and try again, or link the document as it is.',
  },
  other_rounding_method: {
    text: 'In the document in Moloni, "{field}" is {actual} instead of {expected}, as the other rounding method gives.',
    todo: 'Set the rounding method of the export to the one of the company.',
  },
  outcome_unknown: {
    text: 'Nobody can tell whether Moloni made the document of this work order.',
    todo: 'Look in Moloni: link the document if it is there, or make it again if it is not.',
  },
  gave_up: {
    text: 'The export failed too often (tries: {tries}; last cause: {cause}).',
    todo: 'Check the connection, then try again.',
  },
  waiting_to_retry: {
    text: 'The export failed (tries: {tries}; last cause: {cause}).',
    todo: 'Nothing to do; it is tried again by itself.',
  },
  acknowledge_failed: {
    text: 'The document is made, but the work-order software has not confirmed it yet (tries: {tries}).',
    todo: 'Check the work-order software; it is told again by itself.',
  },
  credit_by_hand: {
    text: 'The document of work order {thing} cannot be credited from here: what it was planned with is not known.',
    todo: 'Make the credit note in Moloni, then dismiss this.',
  },
  pdf_missing: {
    text: 'The document is made, but its printed form could not be fetched ({cause}).',
    todo: 'Print it in Moloni.',
  },
  no_mail_address: {
    text: 'The document is made, but the billed party of {thing} has no e-mail address.',
    todo: 'Send it from Moloni.',
  },
  mail_failed: {
    text: 'The document is made, but Moloni did not e-mail it ({cause}).',
    todo: 'Send it from Moloni.',
  },
  mail_unknown: {
    text: 'The document is made; nobody can tell whether Moloni e-mailed it. It is not sent again by itself.',
    todo: 'Look in Moloni whether it was sent.',
  },
  corrected_after_close: {
    text: 'Work order {thing} was changed after its document was closed.',
    todo: 'Issue a credit note and a new document in Moloni, or leave the document as it is.',
  },
  reopened_after_close: {
    text: 'Work order {thing} has a document, and was opened again in the work-order software.',
    todo: 'Complete it again as it was. If the work has changed, have the document reissued.',
  },
  kind_changed: {
    text: 'The work order was corrected and would now become another kind of document ({wanted}); draft {documentId} is of the kind {kind}.',
    todo: 'Delete the draft in Moloni, then make the document again.',
  },
  ledger_incomplete: {
    text: 'Moloni may hold a document of ours that the records do not know, so a collective document could bill work twice.',
    todo: 'Look in Moloni whether this work is billed; then dismiss it, or make the document again.',
  },
} as const satisfies Record<string, IssueText>
