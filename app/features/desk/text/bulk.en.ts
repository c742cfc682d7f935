import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { deskBulkTh } from './bulk.th.ts'

/** One thing done with many tickets. */
export const deskBulkEn: TextOf<typeof deskBulkTh> = {
  bar: 'With the chosen tickets',
  acts: { assign: 'Assign', priority: 'Change priority', close: 'Close', junk: 'Mark as junk' },
  unit: 'Unit',
  officer: 'Officer (optional)',
  nobody: 'None',
  priority: 'Priority',
  closeReason: 'Reason (the person reads it)',
  closeHint: 'Needed for tickets that were not answered',
  junkReason: 'Reason (for staff alone, optional)',
  preview: 'Check first',
  confirmTitle: {
    assign: (count) => `Assign ${plural(count, 'ticket')}`,
    priority: (count) => `Change the priority of ${plural(count, 'ticket')}`,
    close: (count) => `Close ${plural(count, 'ticket')}`,
    junk: (count) => `Mark ${plural(count, 'ticket')} as junk`,
  },
  confirmLead: {
    assign: 'Who is to work on them will be told.',
    priority: 'People do not see the priority.',
    close: 'The person reads the reason at the follow-up page, and by mail where there is an address.',
    junk: 'They count in no statistics and nothing can be added to them. They can be restored later.',
  },
  to: (name) => `Assign to ${name}`,
  asPriority: (name) => `Priority: ${name}`,
  confirm: 'Confirm',
  back: 'Back to change it',
  result: (done, refused) => `${plural(done, 'ticket')} done, ${refused} refused`,
  resultWhy: 'Refused',
  notAllowed: 'You may not do this with this ticket',
  done: (count) => `Done with ${plural(Number(count), 'ticket')}`,
  errorTitle: 'Nothing was done yet. Please mend this first',
}
