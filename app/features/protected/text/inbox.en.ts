import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { inboxTh } from './inbox.th.ts'

export type InboxText = TextOf<typeof inboxTh>

export const inboxEn: InboxText = {
  title: 'Protected channel',
  lead: 'The sealed room for reports of wrongdoing. Only recipients whom the reporter did not leave out can open a case.',
  aboutTitle: 'What this page is',
  about:
    'Anybody can report without a name. What is sent is sealed at once; neither administrators nor keepers of the database can read it. Everybody in the agency has this entry in the menu.',
  notAppointed: 'You are not appointed to receive reports, so there is nothing for you to do here.',
  ifYouKnow:
    'If you see wrongdoing, or somebody tells you of it, use or point to the public page, and send nothing by mail.',
  toPublic: 'The public page for reports',
  whoTitle: 'Who is responsible',
  nobody: 'The agency has appointed no recipients yet.',
  who: 'Role',
  duty: 'Duty',
  key: 'Key fingerprint',
  appoint: 'Appoint recipients',
  vault: 'My vault',
  log: 'Log of the room',
  noVaultTitle: 'You are appointed; your vault is still to be made',
  noVaultBody:
    'Until you have a vault, no case can be sealed for you. It takes about three minutes. Have a printer or paper at hand.',
  inboxTitle: 'My cases',
  emptyTitle: 'No cases in this list',
  emptyBody:
    'A case appears here when somebody reports and did not leave you out. Mail goes out at the same hours every day, whether there is a case or not.',
  filter: 'States shown',
  filters: {
    open: 'Open',
    late: 'Overdue',
    unread: 'With new messages',
    closed: 'Closed',
    junk: 'Not a report',
  },
  name: 'Case',
  caseName: (mark) => `Case ${mark}`,
  category: 'Kind',
  status: 'State',
  received: 'Received',
  due: 'Due next',
  fresh: 'New message',
  late: 'Overdue',
  held: 'Erasure on hold',
  noDue: 'None',
  stages: { acknowledge: 'Acknowledge', answer: 'Answer', close: 'Close' },
  by: (day) => `by ${day}`,
  erasedOn: (day) => `To be destroyed on ${day}`,
  dueBy: (stage, day) => `${stage} by ${day}`,
  statuses: {
    received: 'New',
    acknowledged: 'Acknowledged',
    'in-progress': 'Being examined',
    answered: 'Answered',
    closed: 'Closed',
    junk: 'Not a report',
    erased: 'Erased',
  },
  channels: { web: 'Public page', desk: 'Moved here from the complaint desk' },
  pick: (mark) => `Choose case ${mark}`,
  junk: 'Mark as not a report',
  junkSure:
    'The chosen cases are closed. The reporter still sees the state, and you can undo it on the page of the case until the day of erasure.',
  junkReason: 'Reason (kept in the case, seen by the reporter)',
  junkDo: 'Mark the chosen cases',
  errorTitle: 'This was not done',
  notKept:
    'You were signed out while sending. For safety this page keeps nothing of what was typed. Please do it again.',
  done: { junked: (n) => `${plural(n, 'case was', 'cases were')} marked. Undo it on the page of each case` },
}
