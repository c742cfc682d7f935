import type { TextOf } from '../../../i18n/language.ts'
import type { pageRefusalTh } from './page-refusal.th.ts'

export const pageRefusalEn: TextOf<typeof pageRefusalTh> = {
  'page.no-title': 'There is no Thai title yet. Please type one.',
  'page.thai-missing': 'There is English text but no Thai. Please type the Thai, too.',
  'page.no-slug':
    'The page has no address yet. Please type one in small letters, digits and hyphens, or type an English title to have it made.',
  'page.bad-slug': 'An address has small letters, digits and hyphens only. Please correct it.',
  'page.slug-taken': 'This address belongs, or once belonged, to another page. Please use another.',
  'page.too-long': 'The text is too long. Please shorten it.',
  'page.bad-day': 'The day cannot be read. Please type it as 1/10/2568.',
  'page.unknown-unit': 'The chosen unit was not found. Please choose again.',
  'page.no-body': 'The page has no Thai text yet. Please write it before publishing.',
  'page.no-date': 'The news has no day yet. Please give its day before publishing.',
  'page.no-review-day': 'The policy has no review day yet. Please give one before publishing.',
  'page.nothing-new': 'This very content is public already. Please change it before publishing again.',
  'page.not-approved':
    'This content has not passed every step of approval. Please put it before the meeting first.',
  'page.changed-since':
    'Somebody changed this page after you opened it. Please read it as it is now and try again.',
  'page.not-public': 'This page is not public. Please look at its state again.',
  'page.was-public':
    'This page was public, and its address answers for ever, so it cannot be removed. Please take it down instead.',
  'page.no-reason': 'There is no reason yet. Please say why it is taken down.',
  'picture.unknown': 'The chosen picture was not found. Please choose again.',
  'picture.confidential':
    'This picture is confidential evidence and cannot be public. Please choose another.',
  'picture.infected': 'Something dangerous was found in this file. Please choose another.',
  'picture.no-picture': 'This file is no PNG, JPEG, WebP or GIF picture. Please choose another.',
  'picture.no-words': 'The picture has no Thai description yet. Please say what it shows.',
  'picture.too-many': 'A page has 20 pictures at most. Please take another out first.',
  'reading.bad-day': 'This day cannot be read. Please write it like 31/12/2569.',
  'reading.past-day': 'This day is past. Please use today or a later one.',
  'reading.asked-already':
    'Everybody was asked to read this version already. Who has not read it can be reminded.',
  'reading.nobody-to-remind': 'Nobody needs a reminder today: everybody has read it, or was reminded.',
}
