import { z } from 'zod'
import type { Language } from '../../i18n/language.ts'
import { typedDay } from '../../kernel/typed-day.ts'
import type { FormView } from '../../ui/form.tsx'
import { ownAddress } from '../../web/addresses.ts'
import type { EvidenceFacts } from './evidence.domain.ts'
import { type EvidenceErrorCode, evidenceErrorText, isEvidenceErrorCode } from './evidence.errors.ts'

const text = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() || null)

const day = z
  .string()
  .optional()
  .transform((typed, fault) => {
    if (!typed?.trim()) return null
    const read = typedDay(typed)
    if (read !== null) return read
    fault.addIssue({ code: 'custom', message: 'evidence.unreadable-day' })
    return z.NEVER
  })

/** Facts of evidence as the forms send them. */
export const FACT_FIELDS = z.object({
  title: z
    .string()
    .optional()
    .transform((typed) => typed ?? ''),
  note: text,
  evidenceDate: day,
  expiresOn: day,
  confidential: z.string().optional(),
  unit: text,
})

/** What a form showed when it was opened, as it brings it back; null where it cannot be read. */
export function seenFacts(sent: FormDataEntryValue | null): EvidenceFacts | null {
  const shape = z.object({
    title: z.string(),
    note: z.string().nullable(),
    evidenceDate: z.string().nullable(),
    expiresOn: z.string().nullable(),
    isConfidential: z.boolean(),
    unitId: z.string().nullable(),
  })
  try {
    return shape.parse(JSON.parse(String(sent)))
  } catch {
    return null
  }
}

/** Which field a refusal belongs to; '' where it is the form as a whole. */
export const fieldOf = (code: EvidenceErrorCode): string => FIELDS[code] ?? ''

const FIELDS: Partial<Record<EvidenceErrorCode, string>> = {
  'evidence.no-title': 'title',
  'evidence.long-title': 'title',
  'evidence.long-note': 'note',
  'evidence.expiry-before-date': 'expiresOn',
  'evidence.unknown-unit': 'unit',
  'evidence.no-link': 'link',
  'evidence.bad-link': 'link',
  'evidence.long-link': 'link',
  'evidence.link-known': 'link',
  'evidence.same-link': 'link',
}

/** What a form shows after it was refused: what was typed, and for each field, or for '' the whole, a sentence. */
export const refusedForm = (
  lang: Language,
  values: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>>,
): FormView => ({
  values,
  errors: Object.fromEntries(
    Object.entries(faults).map(([field, code]) => [
      field,
      evidenceErrorText(isEvidenceErrorCode(code) ? code : 'evidence.unreadable-day')[lang],
    ]),
  ),
})

/** The page of the office to go on to with evidence that was just brought in; null for none of ours. */
export function onwardWith(to: string | null, evidenceIds: readonly string[]): string | null {
  const own = ownAddress(to)
  if (own === null) return null
  const url = new URL(own, 'http://own.invalid')
  url.searchParams.set('attach', evidenceIds.join(','))
  return `${url.pathname}${url.search}#evidence`
}
