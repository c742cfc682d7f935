import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { readingsTh } from './readings.th.ts'

export type ReadingsText = TextOf<typeof readingsTh>

export const readingsEn: ReadingsText = {
  title: 'Policies to read',
  lead: 'Policies that the agency asks everybody to read. When you have read one, say so.',
  toRead: 'To be read by you',
  done: 'Read',
  open: 'Read the policy',
  version: (version) => `Version ${version}`,
  due: (day) => `To be read by ${day}`,
  overdue: (day) => `Was to be read by ${day}`,
  confirm: 'I have read it',
  readAt: (at) => `Read on ${at}`,
  confirmed: 'It is kept that you have read it. Thank you.',
  emptyTitle: 'There is no policy for you to read',
  emptyBody:
    'When the agency publishes a policy and asks everybody to read it, it is listed here, with a notice and a mail.',
  readers: {
    title: 'Who has read it',
    lead: (title) => `Who has read “${title}”`,
    none: 'Nobody was asked yet to read this version.',
    ask: 'Ask everybody to read it',
    askLead:
      'Everybody with an account in the agency gets a notice and a mail, and it is kept who has read it and when.',
    askNew: 'There is a newer version than the one that people were asked to read.',
    dueOn: 'To be read by',
    dueHint: 'For example 31/12/2569',
    asked: (people) => `${plural(people, 'person was', 'people were')} asked.`,
    reminded: (people) => `${plural(people, 'person was', 'people were')} reminded.`,
    share: (read, asked, percent) => `${read} of ${asked} have read it (${percent} %)`,
    since: (at, by, day) => `Asked by ${by} on ${at}, to be read by ${day}`,
    remind: 'Remind who has not read it',
    remindLead: 'Once a day, and only those who have not read it.',
    name: 'Name',
    unit: 'Unit',
    standing: 'State',
    waits: 'Not read',
    noMail: 'No mail address, told by a notice alone',
    remindedAt: (at) => `Last reminded ${at}`,
    toPage: 'Back to the policy',
    link: 'Who has read it',
  },
  letter: {
    subject: (title) => `Please read: ${title}`,
    reminder: (title) => `Reminder to read: ${title}`,
    hello: (name) => `Dear ${name},`,
    lead: (title) =>
      `The agency has published the policy “${title}” and asks everybody to read it and to say so.`,
    due: (day) => `Please do so by ${day}.`,
    open: 'Read it and say so',
    closing: 'If you have done so already, there is nothing more to do.',
  },
}
