import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { holidaysPageTh } from './holidays-page.th.ts'

export type HolidaysPageText = TextOf<typeof holidaysPageTh>

export const holidaysPageEn: HolidaysPageText = {
  title: 'Public holidays',
  lead: 'By them working days are counted, for example the days within which a complaint is answered. Saturdays and Sundays need not be added: they never count.',
  errorTitle: 'Not saved yet. Correct the following',
  kept: 'What you had typed before you were signed out is still here. Please check it and save again',
  years: 'Year',
  yearTitle: (year) => `Public holidays of B.E. ${year}`,
  known:
    'This year has the list that the program came with. Nobody compared it with the announcements. Please check it, correct it and confirm the year.',
  unconfirmed: (count) => `${plural(count, 'day', 'days')} not yet compared with the announcements`,
  allConfirmed: 'All days were compared with the announcements',
  noData: (year) =>
    `Nothing is known of the holidays of B.E. ${year}: in that year every Monday to Friday counts as a working day`,
  nextYearMissing: (year) =>
    `Nothing is known of the holidays after B.E. ${year}. Please add them when the cabinet has announced the next year`,
  emptyTitle: (year) => `No holidays of B.E. ${year} yet`,
  emptyBody:
    'Add the holidays one by one as announced: yearly ones, substitutions and special ones. Without them, days are due earlier than they should be.',
  add: 'Add a holiday',
  changeTitle: (name) => `Change ${name}`,
  change: 'Change',
  changeOf: (name, day) => `Change ${name}, ${day}`,
  day: 'Day',
  dayHint: 'Write, for example, 13 April 2027 or 13/4/2570',
  understood: (day) => `Understood as ${day}`,
  nameTh: 'Thai name',
  nameEn: 'English name (optional)',
  kind: 'Kind',
  kinds: { holiday: 'Yearly holiday', substitution: 'Substitution', special: 'Special holiday' },
  save: 'Save the holiday',
  cancel: 'Cancel',
  remove: 'Remove this holiday',
  removeSure:
    'It will be a working day again. Due days that were reckoned before stay as they are. The holiday can be added again at any time.',
  confirm: 'Compared with the announcements: confirm the year',
  take: 'Go back to the list of the program',
  takeSure: 'Everything that the agency changed in this year will be replaced.',
  columns: { day: 'Day', name: 'Holiday', kind: 'Kind', certainty: 'Certainty', act: 'Act' },
  certainty: {
    practice: 'Same day every year, inferred from practice',
    unverified: 'Unverified',
    confirmed: 'Confirmed by the agency',
  },
  certaintyNote:
    'In the list of the program, Buddhist days are reckoned by the moon; the ploughing ceremony, special holidays and substitutions are announced every year. The list was put together from secondary sources and not compared with the announcements.',
  done: {
    added: 'The holiday was added',
    changed: 'The holiday was changed',
    removed: 'The holiday was removed',
    confirmed: 'The holidays of this year were confirmed',
    taken: 'The list of the program counts again',
  },
}
