import type { PermissionRefusal } from '../../kernel/permission.ts'

/** Every way in which the outbox refuses, with the status of its answer. The code is also the key of its sentence. */
export const officeErrorStatus = {
  /** None of the agency has that identifier, or its text is gone: it was sent, or its link has ended. */
  'mail.not-there': 404,
  /** Only what failed, and whose link still holds, can be sent again. */
  'mail.not-failed': 409,
} as const
export type OfficeErrorCode = keyof typeof officeErrorStatus
export type OfficeError = Readonly<{ code: OfficeErrorCode }> | PermissionRefusal
