import type { TextOf } from '../../../i18n/language.ts'
import type { disclosureActsTh } from './disclosure-acts.th.ts'

export const disclosureActsEn: TextOf<typeof disclosureActsTh> = {
  'disclosure.read': 'see the disclosure centre',
  'disclosure.change': 'change what an OIT item is answered with',
  'disclosure.assign': 'set owners, due days and the calendar of the assessment year',
  'disclosure.publish': 'publish an OIT item',
  'disclosure.withdraw': 'take an OIT item or a public file from the public',
  'disclosure.submit': 'record submitted addresses, provisional scores and clarifications',
}
