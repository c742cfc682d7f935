import { z } from 'zod'
import type { Language } from '../../../i18n/language.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import type { FormView } from '../../../ui/form.tsx'
import { refusedView } from '../../../web/form-fields.server.ts'
import { cyclesErrorText, isCyclesErrorCode } from './cycles.errors.ts'

/** A year as people type it (67, 2567, ๒๕๖๗, 2024), in the Buddhist era. */
export const typedYear = z.string({ error: 'year.unreadable' }).transform((text, fault) => {
  const year = buddhistYear(text)
  if (year !== null) return year
  fault.addIssue({ code: 'custom', message: 'year.unreadable' })
  return z.NEVER
})

/** What a form shows after it was refused. */
export const refusedYearForm = (
  lang: Language,
  values: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>>,
): FormView =>
  refusedView(lang, {
    values,
    faults,
    sentence: (code) => cyclesErrorText(isCyclesErrorCode(code) ? code : 'year.unreadable'),
  })
