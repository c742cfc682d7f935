import type { Policy } from '../../kernel/permission.ts'

/**
 * What of the protected channel goes by roles of the office: who is appointed, and how it works. Reading a case never does: that
 * goes by keys.
 */
export const PROTECTED_POLICY = {
  'appointment.change': { roles: ['administrator'] },
  'channel.change': { roles: ['administrator'] },
} satisfies Policy
