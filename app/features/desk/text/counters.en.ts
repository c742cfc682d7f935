import type { TextOf } from '../../../i18n/language.ts'
import type { countersTh } from './counters.th.ts'

export type CountersText = TextOf<typeof countersTh>

export const countersEn: CountersText = {
  title: 'QR codes for counters',
  lead: 'Print a poster for each counter. Who scans it gets the form with the unit or the service filled in.',
  whole: 'The whole agency',
  units: 'Units',
  services: 'Services',
  noUnits: 'There is no unit yet. Set one up, and its poster will be here.',
  noServices: 'No service page is published yet. Publish one, and its poster will be here.',
  name: 'Poster of',
  forms: 'Files',
  poster: 'Poster A5 (PDF)',
  svg: 'Code SVG',
  png: 'Code PNG',
  try: 'Open the form',
  of: (what, name) => `${what} ${name}`,
  lang: 'Language of the poster',
  thai: 'Thai',
  english: 'English',
}
