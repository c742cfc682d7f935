import type { Language } from '../../i18n/language.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { permissionRefused } from '../people/index.server.ts'
import { type DeskError, deskErrorText } from './desk.errors.ts'

/** The sentences that a form of the office shows by its fields; '' for the form as a whole. Throws 403 where a permission is missing. */
export async function refusedByField(
  ctx: Ctx,
  lang: Language,
  error: DeskError,
): Promise<Readonly<Record<string, string>>> {
  if ('faults' in error)
    return Object.fromEntries(
      Object.entries(error.faults).map(([field, code]) => [field, deskErrorText(code)[lang]]),
    )
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return { '': deskErrorText(error.code)[lang] }
}
