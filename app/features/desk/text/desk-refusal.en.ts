import type { TextOf } from '../../../i18n/language.ts'
import type { deskRefusalTh } from './desk-refusal.th.ts'

/** Why the desk does not do what was asked, and what can be done instead. */
export const deskRefusalEn: TextOf<typeof deskRefusalTh> = {
  'desk.faults': 'Nothing was saved. Please correct the marked fields',
  'ticket.unknown': 'This matter was not found. Please check the reference and the follow-up number',
  'ticket.clash':
    'Somebody changed this matter after you opened it. Please read how it stands now and try again',
  'ticket.state': 'This cannot be done with the matter as it stands. Please see how it stands now',
  'ticket.moving': 'This matter is being moved to another channel. Please try again in a moment',
  'ticket.no-kind': 'Please choose what kind of matter it is',
  'ticket.no-body': 'Please describe the matter',
  'ticket.too-long': 'The text is too long. Please shorten it',
  'ticket.bad-email': 'Mail cannot be sent to this address. Please check its spelling, or leave it empty',
  'ticket.bad-telephone': 'This is no telephone number. Please use digits, or leave it empty',
  'ticket.bad-point':
    'These are no coordinates. Please give latitude and longitude as numbers, or leave both empty',
  'ticket.no-place': 'Please say where it is: this matter is about a place',
  'ticket.unknown-topic': 'This topic was not found. Please choose one of the list',
  'ticket.unknown-unit': 'This unit was not found. Please choose one of the list',
  'ticket.unknown-officer':
    'This officer was not found, or does not look after matters of the chosen unit. Please choose one of the list',
  'ticket.nobody': 'Please choose a unit or an officer to take the matter',
  'ticket.unknown-other': 'The matter to merge into was not found. Please check the reference',
  'ticket.merge-itself': 'A matter cannot be merged into itself. Please give the reference of the other one',
  'ticket.no-reason': 'Please give the reason',
  'ticket.bad-day': 'The day cannot be read. Please write it like 31/12/2570',
  'ticket.past-day': 'The day due must not be past. Please choose another day',
  'ticket.nothing-changed': 'Nothing was changed',
  'ticket.bad-score': 'Please choose from 1 to 5',
  'ticket.already-rated': 'You have rated this matter already',
  'ticket.too-many': 'At most 200 matters can be chosen at once. Please choose fewer',
  'ticket.none-chosen': 'No matter was chosen',
  'ticket.form-expired': 'This form has expired. Please open a new one: what you wrote is still there',
  'ticket.personal-data':
    'The text still holds what may be personal data. Please remove it, or confirm that it may be published',
  'ticket.no-question': 'Please write the question and the answer to publish',
  'question.slug-taken': 'There is a page of this address already. Please use another one',
  'question.bad-slug': 'The address of a page takes only letters a–z, digits and hyphens. Please correct it',
  'file.too-many': 'At most 5 files can be attached at a time',
  'file.too-large': 'The file is too large. Please attach a smaller one',
  'file.empty': 'The file is empty. Please choose another one',
  'file.kind-not-allowed':
    'This kind of file is not taken. Please attach a picture, a PDF or an office document',
  'file.unknown': 'This file was not found',
  'file.infected': 'Something dangerous was found in this file, so it cannot be opened',
  'file.waits-for-scan': 'This file still waits to be scanned. Please try again in a moment',
  'file.not-kept': 'Files cannot be kept now. Please try again in a moment',
  'template.no-title': 'Please give the template a name',
  'template.no-body': 'Please write the text in Thai',
  'template.unknown': 'This template was not found',
  'settings.bad-number': 'Please give a whole number within the bounds',
  'settings.bad-key': 'The key of a topic takes only letters a–z, digits and hyphens',
  'settings.key-twice': 'There is a topic of this key already. Please use another one',
  'settings.no-title': 'Please name the topic in Thai and in English',
  'settings.clash': 'Somebody saved the settings after you opened them. Please check them and save again',
  'sender.no-name': 'Please name the program that will send',
  'sender.unknown': 'This program was not found',
  'door.closed':
    'The matter cannot be moved to the whistleblowing channel now. It is where it was; please try again',
  'door.uncertain':
    'It is not known whether the matter has reached the reporting channel. Until it has, nothing can be added or changed. Please move it once more.',
  'door.no-claim':
    'The number of the whistleblowing channel cannot be given now. Please try again in a moment',
}
