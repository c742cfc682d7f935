import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { digestTh } from './digest.th.ts'

type DigestText = TextOf<typeof digestTh>

export const digestEn: DigestText = {
  subject: (count, late) =>
    late === 0
      ? `ITA today: ${plural(count, 'thing')} for you`
      : `ITA today: ${plural(count, 'thing')} for you, ${late} overdue`,
  greeting: (name) => `Dear ${name},\nThis is what waits for you today.`,
  sections: {
    returned: 'To be corrected and handed in again',
    overdue: 'Overdue',
    due: 'Due soon',
    review: 'Waiting for your review',
    expiring: 'Evidence that expires soon',
    escalated: 'More than 7 days overdue: told to you as head of the unit or coordinator',
  },
  noDay: 'no due day yet',
  due: (day) => `due on ${day}`,
  late: (day, days) => `due on ${day}, ${plural(days, 'day')} overdue`,
  expires: (day) => `expires on ${day}`,
  more: (count) => `and ${count} more`,
  action: 'Open my work',
  closing: (address) => `Change the hour or stop this e-mail at ${address}\nProngsai`,
}
