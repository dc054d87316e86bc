/** One request, as the emulator saw it. Never holds a token, a password, a code or a client secret. */
export interface LoggedRequest {
  /** HTTP verb. */
  method: string
  /**
   * Group and method (`invoices/insert`) or root operation (`invoiceCreate`); or `grant`, `authorize`, `downloads`,
   * `media`.
   */
  path: string
  /** Query without secrets. */
  query: Record<string, string>
  /** Decoded body, or variables, without secrets. */
  params: Record<string, unknown>
  /** HTTP status of the answer; 0 while there is none, or when the connection was cut. */
  status: number
  /** When it arrived, by the emulator's clock. */
  at: number
  /** Whether the method creates, changes or deletes. */
  writing: boolean
}

const secret = /token|secret|password|^jwt$|^code$|^h$/i

/** The fields that may be shown. */
export function withoutSecrets<T>(fields: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.test(name)))
}
