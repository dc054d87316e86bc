/** What a text of Moloni means. */
export interface KnownText {
  readonly text: RegExp
  /** Stable name. */
  readonly code: string
  /**
   * `value`: a field does not do. `missing`: a record is not there. `action`: the thing cannot be done as things are.
   * `access`: this login may not.
   */
  readonly means: 'value' | 'missing' | 'action' | 'access'
  /** What to do next. */
  readonly hint?: string
}

/** The texts of operations. Page: https://docs.molonion.pt/guides/advanced/errorHandling */
export const knownTexts: readonly KnownText[] = [
  { text: /^Invalid VAT inserted/i, code: 'tax_number', means: 'value' },
  { text: /^Invalid zip ?code/i, code: 'postal_code', means: 'value' },
  { text: /already exists for your company/i, code: 'unique', means: 'value' },
  { text: /does not exist for this company/i, code: 'unknown_record', means: 'missing' },
  { text: /does not belong to your company/i, code: 'unknown_record', means: 'value' },
  { text: /\b(is|are) required\b/i, code: 'required', means: 'value' },
  {
    text: /there is no default \w+( \w+)* defined for your company/i,
    code: 'default_missing',
    means: 'action',
    hint: 'Add one in Moloni.',
  },
  {
    text: /over the allowed limit/i,
    code: 'limit_reached',
    means: 'action',
    hint: 'The plan of the company holds no more; delete some or extend the plan.',
  },
  {
    text: /\bis in use\b/i,
    code: 'in_use',
    means: 'action',
    hint: 'Take back what uses it first, a receipt for example.',
  },
  {
    text: /\b(not|isn'?t) ready\b/i,
    code: 'not_ready',
    means: 'action',
    hint: 'Try again in a few seconds.',
  },
  { text: /don'?t have access to this company/i, code: 'access_refused', means: 'access' },
  { text: /expired subscription/i, code: 'access_refused', means: 'access', hint: 'Renew it at Moloni.' },
  { text: /don'?t have permissions? to/i, code: 'access_refused', means: 'access' },
]
