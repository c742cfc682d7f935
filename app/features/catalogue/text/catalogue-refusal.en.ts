import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { catalogueRefusalTh } from './catalogue-refusal.th.ts'

export const catalogueRefusalEn: TextOf<typeof catalogueRefusalTh> = {
  'catalogue.bad-agency-code': (where, detail) =>
    `${where}: “${detail}” is no agency code. Use 2 to 40 small Latin letters, digits or hyphens.`,
  'library.too-large': (where, detail) =>
    `${where}: the file is too large (${detail}). Bring one framework year, or the crosswalk of one pair of years, at a time.`,
  'library.not-utf8': (where) =>
    `${where}: the encoding of the file is not known. Save it as UTF-8 and import it again.`,
  'library.not-yaml': (where, detail) =>
    `${where}: this is not valid YAML (${detail}). Correct this place and import the file again.`,
  'library.too-many-aliases': (where, detail) =>
    `${where}: the file is not opened because it may be harmful (${detail}). Write repeated texts out instead of referring to them (*) and import it again.`,
  'library.wrong-shape': (where, detail) =>
    `${where}: this is not in the library form of CISO Assistant (${detail}). Correct this place and import the file again; prongsai export 2568 shows the form.`,
  'library.contradiction': (where, detail) =>
    `${where}: the list contradicts itself or the catalogue (${detail}). Correct this row and import the file again.`,
  'library.unknown-year': (where, detail) =>
    `${where}: there is no framework of this year (${detail}). Correct the year, or import the framework of that year before the crosswalk.`,
  notPermitted: (act) => `This account may not ${act}. Ask an administrator of the agency.`,
  place: (line, path) =>
    [line === null ? '' : `line ${line}`, path === '' ? '' : `(${path})`].filter(Boolean).join(' '),
  more: (count) => ` And ${plural(count, 'more such place')}.`,
}
