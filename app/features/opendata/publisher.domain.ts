import type { Bilingual } from '../../i18n/language.ts'

/** A licence under which an agency may give its data. */
export type License = Readonly<{
  /** As SPDX names it. */
  id: 'CC0-1.0' | 'CC-BY-4.0' | 'ODC-By-1.0'
  title: string
  address: string
  /** `license_id` of the Thai GDC metadata, where that list has it; else it is told as another one. */
  gdc: 'Creative Commons Attributions' | null
}>

export type LicenseId = License['id']

export const LICENSES: readonly License[] = [
  {
    id: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    address: 'https://creativecommons.org/licenses/by/4.0/',
    gdc: 'Creative Commons Attributions',
  },
  {
    id: 'CC0-1.0',
    title: 'Creative Commons Zero 1.0 Universal',
    address: 'https://creativecommons.org/publicdomain/zero/1.0/',
    gdc: null,
  },
  {
    id: 'ODC-By-1.0',
    title: 'Open Data Commons Attribution License 1.0',
    address: 'https://opendatacommons.org/licenses/by/1-0/',
    gdc: null,
  },
]

export const licenseOf = (id: string | null): License | null => LICENSES.find((one) => one.id === id) ?? null

/** Whose data it is, and whom to ask about it. Null: nobody has said so yet. */
export type Publisher = Readonly<{
  /** Of the agency, in small letters. */
  code: string
  name: Bilingual
  email: string | null
  telephone: string | null
  license: License | null
}>
