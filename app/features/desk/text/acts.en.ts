import type { TextOf } from '../../../i18n/language.ts'
import type { deskActsTh } from './acts.th.ts'

/** What can be done at the desk, as the table of permissions shows it. */
export const deskActsEn: TextOf<typeof deskActsTh> = {
  'ticket.read': 'read matters that came in',
  'ticket.add': 'write down a matter for somebody',
  'ticket.assign': 'assign a matter',
  'ticket.change': 'change kind, urgency and day due of a matter',
  'ticket.answer': 'answer the person',
  'ticket.note': 'write an internal note of a matter',
  'ticket.merge': 'merge matters that are the same',
  'ticket.close': 'close a matter',
  'ticket.reopen': 'reopen a matter',
  'ticket.junk': 'mark a matter as junk',
  'ticket.release': 'let the public read of a matter, and make a question of it',
  'ticket.move': 'move a matter to the whistleblowing channel',
  'ticket.export': 'export the list of matters',
  'template.change': 'change templates of answers',
  'settings.change': 'change the settings of the desk',
  'statistics.read': 'see the statistics',
}
