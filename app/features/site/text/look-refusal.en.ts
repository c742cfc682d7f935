import type { TextOf } from '../../../i18n/language.ts'
import type { lookRefusalTh } from './look-refusal.th.ts'

export const lookRefusalEn: TextOf<typeof lookRefusalTh> = {
  'profile.thai-missing': 'Please write it in Thai too: the Thai pages show these words.',
  'profile.too-long': 'This is longer than a page can show. Please shorten it.',
  'profile.bad-email': 'This e-mail address cannot be read. Please write it as name@domain.',
  'profile.bad-telephone':
    'Please write one telephone number on each line, such as 0 2612 6000 ext. 123, ten at most.',
  'profile.bad-latitude': 'Latitude is in decimal degrees from −90 to 90, such as 13.7563.',
  'profile.bad-longitude': 'Longitude is in decimal degrees from −180 to 180, such as 100.5018.',
  'profile.swapped-place': 'Latitude and longitude seem to be swapped. Please check.',
  'profile.half-place': 'Please give both latitude and longitude, or neither.',
  'profile.bad-social':
    'Please write one channel on each line: its name, then its address beginning with https://, ten at most.',
  'profile.bad-colour': 'Please write the colour as six digits, such as #0b3d78.',
  'profile.bad-license': 'Please choose a licence from the list.',
  'profile.clash': 'Somebody saved this while you were changing it',
  'picture.unknown': 'This file is not among the evidence, or you may not read it. Please choose another.',
  'picture.confidential': 'This file is confidential evidence and cannot be made public.',
  'picture.infected': 'The virus scanner found something in this file, so it cannot be made public.',
  'picture.no-picture': 'This file is not a PNG, JPEG, WebP or GIF picture.',
  'picture.no-words': 'Please say what the picture shows, for those who do not see it.',
  'executive.no-name': 'Please write the name.',
  'executive.no-position': 'Please write the position.',
  'executive.too-long': 'This is too long. Please shorten it.',
  'executive.bad-email': 'This e-mail address cannot be read. Please write it as name@domain.',
  'executive.bad-telephone': 'This telephone number cannot be read. Please write it as 0 2612 6000 ext. 123.',
  'executive.unknown': 'This entry is not there; somebody may have removed it.',
  'executive.clash':
    'Somebody changed this entry while you did. Please look at what it now says in the table, and save again if you still want to.',
  'banner.no-title': 'Please write a heading.',
  'banner.too-long': 'This is too long. Please shorten it.',
  'banner.bad-form': 'Please choose a banner or a pop-up.',
  'banner.bad-day': 'This day cannot be read. Please write it as 1 Oct 2025.',
  'banner.no-day': 'Please give the first and the last day on which it is shown.',
  'banner.end-before-start': 'The last day must not come before the first.',
  'banner.bad-link': 'The address begins with https://, or with / for a page of this site.',
  'banner.unknown': 'This banner is not there; somebody may have removed it.',
  'banner.clash':
    'Somebody changed this banner while you did. Please look at what it now says in the table, and save again if you still want to.',
}
