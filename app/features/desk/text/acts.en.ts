import type { TextOf } from '../../../i18n/language.ts'
import type { deskActsTh } from './acts.th.ts'

/** What can be done at the desk, as the table of permissions shows it. */
export const deskActsEn: TextOf<typeof deskActsTh> = {
  'ticket.read': 'Read matters that came in',
  'ticket.add': 'Write down a matter for somebody',
  'ticket.assign': 'Assign a matter',
  'ticket.change': 'Change kind, urgency and day due of a matter',
  'ticket.answer': 'Answer the person',
  'ticket.note': 'Write an internal note of a matter',
  'ticket.merge': 'Merge matters that are the same',
  'ticket.close': 'Close a matter',
  'ticket.reopen': 'Reopen a matter',
  'ticket.junk': 'Mark a matter as junk',
  'ticket.release': 'Let the public read of a matter, and make a question of it',
  'ticket.move': 'Move a matter to the whistleblowing channel',
  'ticket.export': 'Export the list of matters',
  'template.change': 'Change templates of answers',
  'settings.change': 'Change the settings of the desk',
  'statistics.read': 'See the statistics',
}
