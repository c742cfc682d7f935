import type { TextOf } from '../../../i18n/language.ts'
import type { siteActsTh } from './site-acts.th.ts'

export const siteActsEn: TextOf<typeof siteActsTh> = {
  'site.read': 'see the work on the website',
  'page.change': 'write and change pages of the website',
  'question.add': 'add a draft of a question page',
  'page.publish': 'publish pages of the website and take them down',
  'reading.ask': 'ask everybody to read a policy',
  'reading.see': 'see who has read a policy',
  'profile.change': 'change contact details, look, executives and banners',
}
