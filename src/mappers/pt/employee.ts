import type { Employee, Mapped } from '../../domain/index.ts'
import { known } from '../known.ts'
import { present } from '../present.ts'
import { sourceOf } from '../source.ts'
import type { UserRow } from './rows.ts'

/**
 * An employee from a user of the Moloni company. The name is split at its first blank; a single name leaves
 * the last name absent.
 *
 * Issues: `missing_name`.
 */
export function employeeFromUser(
  row: UserRow,
  { companyId }: { readonly companyId: number | string },
): Mapped<Employee> {
  const number = String(row.user_id)
  const [, firstName, lastName] = /^(\S+)(?:\s+(.+))?$/s.exec(known(row.name) ?? '') ?? []
  if (!firstName)
    return { issues: [{ code: 'missing_name', field: 'name', thing: number, severity: 'error' }] }
  return {
    value: {
      number,
      firstName,
      active: true,
      source: sourceOf('pt', companyId, row.user_id),
      ...present({ lastName, email: known(row.email) }),
    },
    issues: [],
  }
}
