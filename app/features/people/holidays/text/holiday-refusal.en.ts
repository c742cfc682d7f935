import type { TextOf } from '../../../../i18n/language.ts'
import type { holidayRefusalTh } from './holiday-refusal.th.ts'

export const holidayRefusalEn: TextOf<typeof holidayRefusalTh> = {
  'holiday.no-name': 'Please write the Thai name of the holiday',
  'holiday.long-name': 'The name is longer than 200 letters. Please shorten it',
  'holiday.day-unreadable': 'Please write the day, for example 13 April 2027',
  'holiday.day-taken': 'That day is a holiday already. Please change it instead',
  'holiday.unknown':
    'This holiday is not there. Somebody may have changed or removed it. Please look at the list as it now is',
  'holiday.last': 'The last holiday of a year cannot be removed. Please add another one of that year first',
  'holiday.year-unknown': 'Nothing is known of the holidays of this year. Please add one first',
}
