import type { Language } from '../../i18n/language.ts'
import { type DeskError, deskErrorText } from './desk.errors.ts'

/** The sentences that a form shows by its fields; '' for the form as a whole. */
export function refusedMatter(lang: Language, error: DeskError): Readonly<Record<string, string>> {
  if ('faults' in error)
    return Object.fromEntries(
      Object.entries(error.faults).map(([field, code]) => [field, deskErrorText(code)[lang]]),
    )
  // Nobody who writes from outside is refused a permission; it would be our own fault.
  if (error.code === 'permission.refused') throw new Error('a person of the public was refused a permission')
  return { '': deskErrorText(error.code)[lang] }
}
