import type { TextOf } from '../../../i18n/language.ts'
import type { disclosureRegistersTh } from './disclosure-registers.th.ts'

export const disclosureRegistersEn: TextOf<typeof disclosureRegistersTh> = {
  items: {
    title: 'OIT items of every year and what is disclosed',
    description:
      'Every item of the open data integrity and transparency assessment (OIT) of each framework year, with its completeness as checked, responsible unit and permanent address',
    objective:
      'Lets the public and other systems see which items the agency discloses and which are incomplete',
  },
  facts: {
    title: 'What is disclosed for each OIT item',
    description:
      'Everything that is now public, by item and element, with elements declared to be none, addresses and hashes of files',
    objective: 'Lets what the agency discloses be searched, checked and used again by machines',
  },
  keywords: { ita: 'ITA', oit: 'OIT', disclosure: 'public disclosure', transparency: 'transparency' },
  columns: {
    framework_year: 'Framework year (B.E.)',
    code: 'Item code',
    sub_indicator: 'Sub-indicator',
    title_th: 'Thai title',
    title_en: 'English title',
    state: 'State (published, report, withdrawn, none)',
    score: 'Completeness (100 or 0)',
    elements: 'Number of elements',
    missing: 'Elements that do not pass',
    unit_th: 'Responsible unit',
    version: 'Version',
    published_at: 'Published at',
    address: 'Address',
    element: 'Element',
    position: 'Position',
    kind: 'Kind (text, file, link, page, none)',
    words: 'Words',
    content_date: 'Day of the content',
    file_name: 'File name',
    media_type: 'Media type',
    size_bytes: 'Size of the file (bytes)',
    sha256: 'SHA-256 hash',
  },
}
