import type { TextOf } from '../../../../i18n/language.ts'
import type { agendaAddTh } from './agenda-add.th.ts'

export const agendaAddEn: TextOf<typeof agendaAddTh> = {
  pageTitle: 'Add an agenda item',
  to: (cited, day) => `${cited}, ${day}`,
  errorTitle: 'Please correct this before sending again',
  choose: 'What is put before the meeting',
  chooseHint:
    'The program keeps the content as it stands when it is put forward. The resolution is bound to exactly that.',
  noThings: 'There is nothing to put forward now.',
  withoutContent: 'An item without content',
  withoutContentHint:
    'Such as something told for information. A resolution of such an item lets nothing be published.',
  addOne: 'Add an item without content',
  chosen: 'What is put forward',
  kind: 'Kind',
  name: 'Title',
  hash: 'Content hash',
  fullHash: 'Show the whole hash',
  frozen:
    'Once it is added, exactly this content is kept. What is changed afterwards does not change what the meeting sees.',
  look: 'Look at it',
  other: 'Choose something else',
  gone: 'What was chosen is not there; it may have been removed. Please choose again.',
  number: 'Number',
  numberHint: 'As the agenda prints it, such as 4.1',
  title: 'Subject',
  titleHint: 'Left empty, it is called as what is put forward',
  details: 'Details',
  add: 'Add the item',
  cancelled: 'This meeting is cancelled, so nothing can be added to its agenda.',
  back: 'Back to the meeting',
}
