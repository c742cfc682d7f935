import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { ticketFormsTh } from './ticket-forms.th.ts'

/** The forms on the page of a ticket. */
export const ticketFormsEn: TextOf<typeof ticketFormsTh> = {
  answer: {
    title: 'Answer',
    lead: 'The person reads the answer at the follow-up page',
    byMail: 'and by mail',
    template: 'Template',
    noTemplate: 'Choose a template',
    insert: 'Put into the answer',
    inserted: 'The template is in the answer. Nothing was sent: read and edit it first.',
    text: 'Answer',
    files: 'Files (optional)',
    filesHint: (count, megabytes) => `Up to ${plural(count, 'file')} of ${megabytes} MB each`,
    filesAgain: 'The text is still here, but files must be chosen again',
    attach: 'Attach files to the answer',
    final: 'This is',
    finals: {
      answer: 'The answer',
      last: 'The last answer, and closes the ticket',
      interim: 'Progress, not yet the answer (the day due stays)',
    },
    send: 'Send the answer',
  },
  note: {
    title: 'Internal note',
    text: 'Note',
    hint: 'For staff alone; the person never sees it',
    save: 'Keep',
  },
  assign: {
    title: 'Assign',
    unit: 'Unit',
    officer: 'Officer',
    nobody: 'None',
    note: 'Words for them (optional)',
    save: 'Assign',
    start: 'Begin work',
  },
  change: {
    title: 'Kind, priority and day due',
    kind: 'Kind',
    kindHint: 'Another kind has another day due, counted from the day it came',
    priority: 'Priority',
    topic: 'Topic',
    noTopic: 'None',
    dueOn: 'Day due',
    dueHint: 'For example 31/12/2570; another day needs a reason',
    reason: 'Why the day is moved',
    save: 'Save',
  },
  merge: {
    title: 'Merge duplicates',
    lead: 'Both people will see the same answer',
    into: 'Merge into the ticket',
    intoHint: 'For example R-2570-1234567',
    save: 'Merge',
    withThis: (reference) => `Merge into ${reference}`,
  },
  ends: 'Close, reopen or move',
  close: {
    label: 'Close',
    reason: 'Reason (the person reads it)',
    hint: 'Needed where nothing was answered',
    save: 'Close the ticket',
  },
  reopen: { label: 'Open again', reason: 'Reason', save: 'Open again' },
  junk: {
    label: 'Junk',
    lead: 'It counts in no statistics and nothing can be added to it. It can be restored later.',
    reason: 'Reason (for staff alone, optional)',
    save: 'Mark as junk',
  },
  restore: 'Restore',
  move: {
    label: 'This is about corruption',
    lead: 'All text, names, addresses and files are sealed and moved into the protected channel, then deleted from the desk.',
    reader: 'Staff of the desk cannot open it any more; only the appointed recipients of reports can.',
    honest:
      'What you and others have read cannot be unread: tell nobody. Old backups of the database may still hold the text until they are deleted.',
    person:
      'The person sees at the follow-up page that it was moved, and takes the code of the protected channel there.',
    noUndo: 'This cannot be undone.',
    save: 'Move into the protected channel',
  },
  question: 'Make a question page of it',
  release: {
    title: 'Public text (Open311)',
    text: 'What the public may read',
    hint: 'Empty: nothing. Take names and personal data out first',
    sure: 'Checked: there is no personal data in it',
    save: 'Save the public text',
  },
}
