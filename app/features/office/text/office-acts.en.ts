import type { TextOf } from '../../../i18n/language.ts'
import type { officeActsTh } from './office-acts.th.ts'

export const officeActsEn: TextOf<typeof officeActsTh> = {
  'audit-log.read': 'read the audit log',
  'audit-log.export': 'export the audit log',
  'outbox.read': 'see the mail that waits',
  'outbox.open': 'read a message that waits',
  'outbox.retry': 'have failed mail sent again',
}
