import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { resolutionTasksTh } from './resolution-tasks.th.ts'

export const resolutionTasksEn: TextOf<typeof resolutionTasksTh> = {
  title: 'Tasks of resolutions',
  lead: 'Conditions and deadlines that meetings resolved. Yours come first.',
  filters: 'Which tasks are shown',
  filter: { open: 'open', late: 'late', done: 'done' },
  list: 'Tasks of resolutions',
  done: { finished: 'The task is recorded as done.', reopened: 'The task is open again.' },
  states: { open: 'open', late: 'late', done: 'done', ended: 'ended with the resolution' },
  due: (day) => `due ${day}`,
  noDue: 'no deadline',
  lateSince: (days) => `${plural(days, 'day')} late`,
  nobody: 'nobody named',
  of: 'By resolution',
  doneBy: (when, who) => `done ${when}, recorded by ${who}`,
  finish: 'Record as done',
  finishOf: (text) => `Record as done: ${text}`,
  note: 'Note (if any)',
  reopen: 'Open again',
  reopenOf: (text) => `Open again: ${text}`,
  errorTitle: 'Please correct this before sending again',
  kept: 'What you typed before your session ended is below. Please check it and send it again.',
  emptyTitle: {
    open: 'No open tasks',
    late: 'No late tasks',
    done: 'No tasks are done yet',
  },
  empty:
    'Tasks come from the conditions and deadlines that are recorded together with a resolution, on the page of its agenda item.',
  toMeetings: 'Go to the meetings',
}
