import type { UpdateUnit } from '../dataset.domain.ts'
import type { TableForm } from '../tables/table-form.domain.ts'

/** Prefixes of the vocabularies that a catalogue of DCAT-AP is written in. */
export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const EU = 'http://publications.europa.eu/resource/authority/'

/** Named authority tables of the European Union, which DCAT-AP asks for. */
export const AUTHORITY = {
  publicAccess: `${EU}access-right/PUBLIC`,
  government: `${EU}data-theme/GOVE`,
  themes: `${EU}data-theme`,
  thai: `${EU}language/THA`,
  english: `${EU}language/ENG`,
} as const

/** The theme of all registers here, as the authority table words it. */
export const GOVERNMENT = { en: 'Government and public sector', scheme: 'Data theme' }

const FREQUENCIES: Readonly<Record<UpdateUnit, string>> = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  quarter: 'QUARTERLY',
  year: 'ANNUAL',
  irregular: 'IRREG',
}
export const frequency = (unit: UpdateUnit): string => `${EU}frequency/${FREQUENCIES[unit]}`

const FILE_TYPES: Readonly<Record<TableForm, string>> = {
  csv: 'CSV',
  'csv-bom': 'CSV',
  xlsx: 'XLSX',
  json: 'JSON',
  schema: 'JSON',
}
export const fileType = (form: TableForm): string => `${EU}file-type/${FILE_TYPES[form]}`

export const mediaType = (type: string): string => `http://www.iana.org/assignments/media-types/${type}`
