import type { TextOf } from '../../../i18n/language.ts'
import type { deskActsTh } from './desk-acts.th.ts'

export const deskActsEn: TextOf<typeof deskActsTh> = {
  'ticket.read': 'read what people wrote to the desk',
  'ticket.add': 'record a matter for somebody',
  'ticket.assign': 'assign matters',
  'ticket.change': 'change the kind, priority and due day of a matter',
  'ticket.answer': 'answer matters',
  'ticket.note': 'write internal notes on a matter',
  'ticket.merge': 'merge matters that are the same',
  'ticket.close': 'close matters',
  'ticket.reopen': 'reopen matters',
  'ticket.junk': 'sort out what is not for the agency',
  'ticket.release': 'release the words of a matter, or make a question of them',
  'ticket.move': 'move a matter to the protected channel',
  'ticket.export': 'export the list of matters',
  'template.change': 'change templates of answers',
  'settings.change': 'change the settings of the desk',
  'statistics.read': 'see the statistics of the desk',
}
