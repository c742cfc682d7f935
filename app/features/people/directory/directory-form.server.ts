import { z } from 'zod'
import type { Language } from '../../../i18n/language.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import type { FormView } from '../../../ui/form.tsx'
import { directoryErrorText, isDirectoryErrorCode } from './directory.errors.ts'

/** A field that may be left empty: null then. */
export const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null)

/** A day as people type it; null when nothing was typed. */
export const optionalDay = z
  .string()
  .optional()
  .transform((text, fault) => {
    if (!text?.trim()) return null
    const day = typedDay(text)
    if (day !== null) return day
    fault.addIssue({ code: 'custom', message: 'day.unreadable' })
    return z.NEVER
  })

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
      directoryErrorText(isDirectoryErrorCode(code) ? code : 'day.unreadable')[lang],
    ]),
  ),
})

/** Which field of the office's forms a refusal belongs to; '' where it is the form as a whole. */
export const fieldOf = (code: string): string => FIELDS[code] ?? ''

const FIELDS: Readonly<Record<string, string>> = {
  'agency.no-name': 'nameTh',
  'agency.bad-type': 'agencyType',
  'agency.bad-host': 'hostName',
  'agency.host-taken': 'hostName',
  'agency.host-unconfirmed': 'hostConfirmed',
  'unit.no-name': 'nameTh',
  'unit.bad-code': 'abbreviation',
  'unit.code-taken': 'abbreviation',
  'unit.unknown-parent': 'parentId',
  'unit.circle': 'parentId',
  'unit.unknown': 'unitId',
  'unit.ended': 'unitId',
  'person.no-name': 'name',
  'person.no-email': 'email',
  'person.bad-email': 'email',
  'person.email-taken': 'email',
  'person.bad-language': 'lang',
  'role.unknown': 'role',
  'role.unit-missing': 'ownerUnitId',
  'role.already-held': 'from',
  'role.not-begun': 'lastDay',
  'day.past': 'to',
  'day.end-before-start': 'to',
}
