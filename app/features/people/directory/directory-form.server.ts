import type { Language } from '../../../i18n/language.ts'
import type { FormView } from '../../../ui/form.tsx'
import { optionalDay as dayOr, refusedView } from '../../../web/form-fields.server.ts'
import { directoryErrorText, isDirectoryErrorCode } from './directory.errors.ts'

export { optionalText } from '../../../web/form-fields.server.ts'

/** A day as people type it; null when nothing was typed. */
export const optionalDay = dayOr('day.unreadable')

/** What a form shows after it was refused. */
export const refusedForm = (
  lang: Language,
  values: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>>,
): FormView =>
  refusedView(lang, {
    values,
    faults,
    sentence: (code) => directoryErrorText(isDirectoryErrorCode(code) ? code : 'day.unreadable'),
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
