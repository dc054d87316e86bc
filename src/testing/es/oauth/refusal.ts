/** A refused grant or login: a code. */
export class GrantRefusal extends Error {
  override readonly name = 'GrantRefusal'
}
