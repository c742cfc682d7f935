import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { publicFormTh } from './public-form.th.ts'

export type PublicFormText = TextOf<typeof publicFormTh>

export const publicFormEn: PublicFormText = {
  title: 'Complain about a service',
  lead: 'Praise, suggest, ask, or complain about a service of the agency. No account is needed, and no name.',
  write: 'Write to the agency',
  toFollow: 'Follow up what you wrote',
  toStatistics: 'How many came and what became of them',
  howHeading: 'How to complain',
  how: {
    write: 'Write in the form. You can choose a service or a unit and attach files. Nothing to register for.',
    receive:
      'When it was sent you get a reference and a follow-up number, which are shown once. Please print or note them.',
    follow: 'Read answers, add to it, rate it, or ask to reopen it, by reference and follow-up number.',
  },
  timesHeading: 'When you will have an answer',
  time: (kind, days) => `${kind}: within ${plural(days, 'working day', 'working days')}`,
  noTime: (kind) => `${kind}: no day is set`,
  timesNote:
    'Counted from the day after you sent it, without Saturdays, Sundays and public holidays. The agency set these times itself.',
  channelsHeading: 'Other ways',
  noChannels: 'The agency has not published other ways yet',
  agencyHeading: 'Steps and times of the agency',
  agencyMissing: 'The agency has published nothing more yet',
  otherDoor: 'If it is about corruption, demands for benefits or abuse of power, please use the other way:',
  formTitle: 'Write to the agency',
  formLead: 'Only the kind and what you have to say are needed.',
  before: 'Before you write',
  limits: {
    body: 'At most 8,000 characters',
    files: (count, megabytes) =>
      `At most ${plural(count, 'file', 'files')} of ${megabytes} MB each: pictures, PDF or office documents`,
    time: 'This form is good for 2 hours. After that your words are still here, and you can send them again',
    pace: (slow, most) =>
      `After ${slow} matters within an hour from one network the answer takes longer, and at most ${most} an hour are taken, so that no program floods the desk`,
  },
  errorTitle: 'Not sent yet. Please correct the following',
  filesAgain: 'All that you wrote is still here, but files have to be chosen again',
  kind: 'What is it?',
  kindHints: {
    praise: 'Somebody or something was good',
    suggestion: 'Something should be better, or new',
    question: 'You want to know something, or how a service is used',
    complaint: 'A service was late, wrong, rude or unequal',
  },
  service: 'About which service (if you know)',
  topic: 'Topic (if any)',
  unit: 'About which unit (if you know)',
  notSure: 'Not said',
  body: 'What you have to say',
  bodyHint:
    'What happened, on which day and hour, and what the agency should do. Please write no national identity number and no password.',
  place: 'Place (if it matters)',
  placeHint: 'For example the building, floor or counter',
  pointSummary: 'Give coordinates',
  latitude: 'Latitude',
  longitude: 'Longitude',
  pointHint: 'In degrees, for example 13.7563',
  files: 'Files (optional)',
  contactHeading: 'Name and contact (optional)',
  contactUse: {
    purpose:
      'The agency keeps your name, e-mail and telephone to answer and to deal with this matter, and for nothing else. They are seen by the staff who deal with it and never made public.',
    without:
      'Without them you can still follow it up and read the answer, by reference and follow-up number.',
    kept: (months) =>
      `Name and contact are erased ${plural(months, 'month', 'months')} after the matter is closed.`,
    rights:
      'Under the Personal Data Protection Act B.E. 2562 (2019) you can ask to see, correct or erase your data: write on the follow-up page, or',
    rightsLink: 'contact the agency',
  },
  name: 'Name',
  email: 'E-mail',
  emailHint: 'Then the answer comes by e-mail, too',
  telephone: 'Telephone',
  telephoneHint: 'So that staff can call you back',
  send: 'Send',
  refusedPace: (minutes) =>
    `As many matters as can be taken came from this network. Please send it again in ${plural(minutes, 'minute', 'minutes')}. What you wrote is still below.`,
  brokenOff: 'Not everything arrived, so nothing was taken. Please check the connection and send it again',
  counterPosterTitle: (name) => `Your opinion of our service: ${name}`,
  receipt: {
    title: 'It has arrived',
    lead: 'Please keep the reference and the follow-up number. This page is shown once, and the agency cannot tell you the number again.',
    again: 'This had arrived before. It was not taken twice.',
    reference: 'Reference',
    followUp: 'Follow-up number',
    due: (day) => `The agency will answer by ${day}`,
    noDue: 'No day of answering is set for this kind of matter',
    print: 'Print this page from the menu of your browser, or keep a picture of the screen',
    warning: 'If others use this device, please close this page when you have noted the numbers',
    go: 'Open this matter',
    another: 'Write another one',
  },
}
