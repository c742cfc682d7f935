import type { Policy } from '../../kernel/permission.ts'

/** Who may look into what the office keeps of everybody's doings. A message of the outbox may hold a way to sign in. */
export const OFFICE_POLICY = {
  'audit-log.read': { roles: ['administrator', 'auditor'] },
  'audit-log.export': { roles: ['administrator', 'auditor'] },
  'outbox.read': { roles: ['administrator'] },
  'outbox.open': { roles: ['administrator'] },
  'outbox.retry': { roles: ['administrator'] },
} satisfies Policy

export type OfficeAct = keyof typeof OFFICE_POLICY
