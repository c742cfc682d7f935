import type { TextOf } from '../../../../i18n/language.ts'
import type { remindersTh } from './reminders.th.ts'

export type RemindersText = TextOf<typeof remindersTh>

export const remindersEn: RemindersText = {
  title: 'Reminders and calendar',
  lead: 'What is due, what was returned to you and what waits for your review comes in one e-mail a day. On a day without anything none is sent.',
  errorTitle: 'Not saved yet: please correct the following',
  digest: 'Daily e-mail',
  isOn: 'Send me the daily e-mail',
  isOnHint: 'Measures that are done or handed in are not named again.',
  noEmail:
    'Your account has no e-mail address, so nothing can be sent to you. Please ask an administrator to add one.',
  mailOff: 'Sending mail is not set up yet. The daily e-mail begins once an administrator has set it up.',
  hour: 'Sent at (time in Thailand)',
  hourOf: (hour) => `${hour}:00`,
  days: 'Days before a due day from which it is named',
  daysHint: '0 to 60 days, such as 7',
  badHour: 'Choose the hour from the list',
  badDays: 'The number of days must be from 0 to 60, such as 7',
  keyboard: 'Keyboard',
  shortcuts: 'Use shortcuts of one letter',
  shortcutsHint: 'Turn them off if you work by speech, or if they act when you do not mean it.',
  save: 'Save reminders',
  calendar: 'My calendar',
  calendarLead:
    'Calendar programs such as Google Calendar, Outlook or the one of your phone show the due days of your measures from this address. What is done goes by itself. Who has no measures sees an empty calendar.',
  calendarNone: 'There is no calendar address yet.',
  calendarThere:
    'There is a calendar address. It is shown only once, when it is made. If it got lost, make a new one.',
  make: 'Make a calendar address',
  renew: 'Make a new address',
  renewSure: 'The old address stops working at once: every calendar program needs the new one.',
  remove: 'Remove the calendar address',
  removeSure: 'Calendar programs that use this address will not see your due days any more.',
  address: 'Calendar address',
  addressHint:
    'Copy it into your calendar program under “Add from URL”. It is shown only now. Whoever knows it can read the names and due days of your measures: keep it secret.',
  done: {
    saved: 'Reminders saved',
    same: 'Nothing was different, so nothing changed',
    made: 'The calendar address was made',
    removed: 'The calendar address was removed',
  },
}
