/** Columns of a roster in the order in which they are written. Every one may be left out of a file that comes in. */
export const ROSTER_COLUMNS = [
  'name',
  'email',
  'positionTitle',
  'unitCode',
  'unitName',
  'parentUnitCode',
  'roles',
  'from',
  'to',
  'language',
  'agencyCode',
] as const
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]

/** Other heads under which people write a column in English; capitals, blanks and hyphens do not count. */
export const ENGLISH_HEADS: Readonly<Record<RosterColumn, readonly string[]>> = {
  name: ['full name'],
  email: ['e-mail', 'mail'],
  positionTitle: ['position', 'title', 'job title'],
  unitCode: ['unit id'],
  unitName: ['unit'],
  parentUnitCode: ['parent unit', 'parent'],
  roles: ['role', 'role(s)'],
  from: ['valid from', 'start'],
  to: ['valid to', 'until', 'end', 'last day'],
  language: ['lang'],
  agencyCode: ['agency'],
}

/** How a role may be called beside its code and its names. */
export const ENGLISH_ROLES: Readonly<Record<string, string>> = { 'unit owner': 'unit-owner' }
/** Codes of languages, and how they are called in English. */
export const ENGLISH_LANGUAGES: Readonly<Record<string, 'th' | 'en'>> = {
  th: 'th',
  thai: 'th',
  en: 'en',
  english: 'en',
}
