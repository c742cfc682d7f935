import type { TextOf } from '../../../../i18n/language.ts'
import type { meetingFormTh } from './meeting-form.th.ts'

export const meetingFormEn: TextOf<typeof meetingFormTh> = {
  addTitle: 'Add a meeting',
  addLead:
    'A meeting to come, or one that was held. Of one entered afterwards both days are kept and shown: that of the meeting and that of the entry.',
  editTitle: (cited) => `Change: ${cited}`,
  errorTitle: 'Please correct this before sending again',
  kept: 'What you typed before the session ended is shown below. Please check it and send it again.',
  body: 'Body',
  chooseBody: 'Choose a body',
  form: 'Form',
  formHint: 'A written circular asks for approval on paper; nobody meets.',
  number: 'Number',
  numberHint: 'By calendar year, such as 9/2567',
  day: 'Day',
  dayHint: 'Such as 7 Nov 2024 or 7/11/2567; of a circular, the day of its result',
  state: 'State',
  startsAt: 'Starts at',
  endsAt: 'Ends at',
  timeHint: 'Such as 09.30',
  place: 'Place',
  chair: 'Chair',
  chairPosition: 'Position of the chair',
  secretary: 'Who takes the minutes',
  attendance: 'Attendance',
  lists: {
    present: 'Members present',
    absent: 'Members absent',
    attending: 'Others who attended',
  },
  linesHint: 'One person on each line: name | position',
  badLines: (lines) =>
    `Cannot be read: line ${lines}. Please write: name | position, each of 300 characters at most.`,
  fixed: 'Resolutions are recorded, so the body, the day and the form cannot change.',
  add: 'Add the meeting',
  save: 'Save',
  back: 'Back to the meeting',
}
