import type { TextOf } from '../../../../i18n/language.ts'
import type { themeTitlesTh } from './theme-titles.th.ts'

export type ThemeTitles = TextOf<typeof themeTitlesTh>

export const themeTitlesEn: ThemeTitles = {
  'work-process': 'Transparent and effective work',
  service: 'Services and e-services',
  publicity: 'How public information is published',
  'state-property': 'Oversight of the use of state property',
  'budget-procurement': 'Transparency in budget and procurement',
  'power-personnel': 'Checks on the use of power, and personnel matters',
  'anti-corruption': 'Measures against corruption within the agency',
}
