import { z } from 'zod'
import type { Bilingual, Language } from '../i18n/language.ts'
import { typedDay } from '../kernel/typed-day.ts'
import type { FormView } from '../ui/form.tsx'

/** A field that may be left empty: null then. */
export const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null)

/** A day as people type it; null when nothing was typed. `fault` is the code of one that cannot be read. */
export const optionalDay = (fault: string) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text?.trim()) return null
      const day = typedDay(text)
      if (day !== null) return day
      context.addIssue({ code: 'custom', message: fault })
      return z.NEVER
    })

/** What a form shows after it was refused: what was typed, and for each field, or for '' the whole, a sentence. */
export const refusedView = (
  lang: Language,
  {
    values,
    faults,
    sentence,
  }: Readonly<{
    values: Readonly<Record<string, string>>
    /** Codes, by field. */
    faults: Readonly<Record<string, string>>
    sentence: (code: string) => Bilingual
  }>,
): FormView => ({
  values,
  errors: Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, sentence(code)[lang]])),
})
