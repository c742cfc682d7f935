import { ROLES } from '../../kernel/actor.ts'
import type { Policy } from '../../kernel/permission.ts'

/** Who may do what at the complaint desk. `ownUnit` is the unit that works on the ticket. */
export const DESK_POLICY = {
  'ticket.read': { roles: ['desk-officer'], ownUnit: true },
  // A call or a letter, written down for somebody.
  'ticket.add': { roles: ['desk-officer'] },
  'ticket.assign': { roles: ['desk-officer'], ownUnit: true },
  // Kind, topic, priority, day by which is answered, and that work on it began.
  'ticket.change': { roles: ['desk-officer'], ownUnit: true },
  'ticket.answer': { roles: ['desk-officer'], ownUnit: true },
  'ticket.note': { roles: ['desk-officer'], ownUnit: true },
  'ticket.merge': { roles: ['desk-officer'] },
  'ticket.close': { roles: ['desk-officer'], ownUnit: true },
  'ticket.reopen': { roles: ['desk-officer'], ownUnit: true },
  'ticket.junk': { roles: ['desk-officer'] },
  // What the public may read of it (Open311), and a question of the site made of it.
  'ticket.release': { roles: ['desk-officer'] },
  // Into the protected channel.
  'ticket.move': { roles: ['desk-officer'] },
  'ticket.export': { roles: ['desk-officer'] },
  'template.change': { roles: ['desk-officer', 'administrator'] },
  // Days by which is answered, topics, what is kept how long, programs that may send.
  'settings.change': { roles: ['administrator'] },
  'statistics.read': { roles: ROLES },
} satisfies Policy

export type DeskAct = keyof typeof DESK_POLICY
