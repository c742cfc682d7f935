import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { watchAlarmTh } from './watch-alarm.th.ts'

export const watchAlarmEn: TextOf<typeof watchAlarmTh> = {
  subject: (title) => `An assessor would meet a problem at “${title}”`,
  lead: ({ name, title }) =>
    `Dear ${name},\nThe address of “${title}” was opened as an assessor would, and something there needs mending.`,
  address: (address) => `Address: ${address}`,
  found: (problem, remedy) => `• ${problem}\n  ${remedy}`,
  more: (count) => `And ${plural(count, 'more thing', 'more things')} on the page of the watch.`,
  lastOfHour:
    'Problems were found at many addresses within this hour. No more mail will come of them: please see the whole list on the page of the watch.',
  open: 'See what was found and what to do',
  closing: 'Watch over addresses\nProngsai',
}
