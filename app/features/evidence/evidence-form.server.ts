import { z } from 'zod'
import type { Language } from '../../i18n/language.ts'
import type { FormView } from '../../ui/form.tsx'
import { ownAddress } from '../../web/addresses.ts'
import { optionalDay, optionalText, refusedView } from '../../web/form-fields.server.ts'
import type { EvidenceFacts } from './evidence.domain.ts'
import { type EvidenceErrorCode, evidenceErrorText, isEvidenceErrorCode } from './evidence.errors.ts'

const day = optionalDay('evidence.unreadable-day')

/** Facts of evidence as the forms send them. */
export const FACT_FIELDS = z.object({
  title: z
    .string()
    .optional()
    .transform((typed) => typed ?? ''),
  note: optionalText,
  evidenceDate: day,
  expiresOn: day,
  confidential: z.string().optional(),
  unit: optionalText,
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

/** What a form shows after it was refused. */
export const refusedForm = (
  lang: Language,
  values: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>>,
): FormView =>
  refusedView(lang, {
    values,
    faults,
    sentence: (code) => evidenceErrorText(isEvidenceErrorCode(code) ? code : 'evidence.unreadable-day'),
  })

/** The page of the office to go on to with evidence that was just brought in; null for none of ours. */
export function onwardWith(to: string | null, evidenceIds: readonly string[]): string | null {
  const own = ownAddress(to)
  if (own === null) return null
  const url = new URL(own, 'http://own.invalid')
  url.searchParams.set('attach', evidenceIds.join(','))
  return `${url.pathname}${url.search}#evidence`
}
