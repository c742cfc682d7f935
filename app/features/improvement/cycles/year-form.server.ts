import { z } from 'zod'
import type { Language } from '../../../i18n/language.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import type { FormView } from '../../../ui/form.tsx'
import { cyclesErrorText, isCyclesErrorCode } from './cycles.errors.ts'

/** A year as people type it (67, 2567, ๒๕๖๗, 2024), in the Buddhist era. */
export const typedYear = z.string({ error: 'year.unreadable' }).transform((text, fault) => {
  const year = buddhistYear(text)
  if (year !== null) return year
  fault.addIssue({ code: 'custom', message: 'year.unreadable' })
  return z.NEVER
})

/** What a form shows after it was refused: what was typed, and for each field, or for '' the whole, a sentence. */
export const refusedYearForm = (
  lang: Language,
  values: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>>,
): FormView => ({
  values,
  errors: Object.fromEntries(
    Object.entries(faults).map(([field, code]) => [
      field,
      cyclesErrorText(isCyclesErrorCode(code) ? code : 'year.unreadable')[lang],
    ]),
  ),
})
