import type { Platform } from '../../../src/oauth/index.ts'
import { ACCOUNTS } from '../accounts/index.ts'
import type { Subject } from '../subject.ts'
import { collectiveSubject } from './collective.ts'
import { exportSubject } from './exports.ts'
import { importSubject } from './imports.ts'
import { reissueSubject } from './reissue.ts'

/** What runs are about. The first of each platform is tried in full, the others in part. */
const SUBJECTS: readonly Subject[] = [
  exportSubject({ name: 'invoice', kind: 'invoice' }),
  exportSubject({ name: 'draft', kind: 'invoice', target: 'draft' }),
  exportSubject({ name: 'invoiceReceipt', kind: 'invoiceReceipt' }),
  exportSubject({ name: 'purchaseOrder', kind: 'purchaseOrder' }),
  exportSubject({ name: 'internalDocument', kind: 'internalDocument' }),
  collectiveSubject,
  reissueSubject,
  importSubject({ name: 'firstImport', title: 'a first import of everything', delta: false }),
  importSubject({ name: 'nextImport', title: 'an import of what has changed', delta: true }),
]

export function subjectOf(name: string): Subject {
  const found = SUBJECTS.find((subject) => subject.name === name)
  if (!found) throw new RangeError(`There is no subject "${name}".`)
  return found
}

/** All pairs of a platform and something that it has. */
export function pairs(): { readonly platform: Platform; readonly subject: Subject }[] {
  return (['pt', 'es', 'on'] satisfies Platform[])
    .filter((platform) => ACCOUNTS[platform])
    .flatMap((platform) =>
      SUBJECTS.filter(({ platforms }) => platforms.includes(platform)).map((subject) => ({
        platform,
        subject,
      })),
    )
}
