import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { channelPageTh } from './channel-page.th.ts'

export type ChannelPageText = TextOf<typeof channelPageTh>

export const channelPageEn: ChannelPageText = {
  title: 'Report corruption',
  lead: 'For corruption and misconduct of officials; apart from complaints about services. You need not say who you are, and you can talk with the recipients by a code of 24 digits.',
  toReport: 'Write a report',
  toReturn: 'Follow a report by its 24 digits',
  closed:
    'This channel does not take reports yet. Please report to an outside body listed below. Who has a code can still follow their report.',
  staffNetwork:
    'You opened this page from the agency’s own network. Its administrators may see that this site was opened. Better use a device and a connection of your own. (This warning is not recorded.)',
  stepsHeading: 'What happens when you report',
  steps: {
    write:
      'You write, review, choose files and send. The server encrypts at once; no readable text or file is kept anywhere.',
    receipt:
      'You get a code of 24 digits, shown once. It is the only way back to the answers. The agency cannot recover it.',
    read: 'Only recipients who hold a key can read it; they answer on the page of your report.',
    end: (days) =>
      `Once the report is closed, everything is destroyed within ${days} days. Only counts remain.`,
  },
  timesHeading: 'Times',
  times: {
    acknowledge: (days) => `Acknowledged within ${plural(days, 'working day')}`,
    answer: (days) => `First answer within ${plural(days, 'working day')}`,
    close: (days) => `Result told and closed within ${plural(days, 'working day')}`,
    escalation:
      'What is overdue goes to the next recipient by itself, and is counted in the public statistics.',
  },
  certainty: {
    own: 'set by the agency',
    sourced: 'from a named source',
    unverified: 'not yet checked against the act',
  },
  readersHeading: 'Who can read',
  readersIntro:
    'Only those who hold these posts. System and database administrators and other executives cannot. You can choose who shall not read.',
  readers: { role: 'Post', key: 'Fingerprint of the key', since: 'In use since' },
  readersNone: 'The agency has not yet appointed recipients with a key.',
  kinds: {
    recipient: 'Recipient',
    custodian: 'Keeper of an identity key',
    external: 'Outside recipient, where fewer than 2 recipients remain',
  },
  offline: 'key kept off the server',
  identity:
    'If you give your name, it is sealed apart. Two keepers must open it together, and you see every time they do.',
  recovery: (needed, shares) =>
    `The agency’s recovery key is split into ${shares} shares, of which ${needed} are needed. Every use shows in your report.`,
  noRecovery: 'The agency has no recovery key.',
  lawHeading: 'Law and protection',
  law: {
    act: 'Organic Act on Anti-Corruption (No. 2) B.E. 2568 (2025), section 132: who in good faith testifies or reports to the NACC, or to other state agencies it tasks, such as the PACC, or to their own superiors, bears no civil, criminal or disciplinary liability. In force since 6 June 2025.',
    discipline:
      'Disciplinary action against a reporter must stop once protection is resolved; an answer is due within 15 days.',
    unverified:
      'Unverified: a summary of secondary sources and no legal advice. Please check the Government Gazette.',
    data: 'Personal data: only what you write is kept and used for this matter alone. No IP address, no kind of device and no time finer than a day is kept.',
    proof: 'From inside your report you can get a proof of report that the server signed.',
  },
  limitsHeading: 'What this system cannot promise',
  limits: {
    live: 'Whoever controls the server while you send, or while a recipient reads, can see what passes then.',
    reader: 'A recipient who can read can copy, and one who was removed may hold copies of what they read.',
    words:
      'Words and files may tell who you are: the author’s name, the place of a picture. Remove it first.',
    network:
      'Who watches your network can tell that you opened this site and about how much was sent, but not what.',
    device: 'Your device may keep its history. Use a private window, and no machine of your workplace.',
    tor: 'If nobody may know that you opened this site, use Tor Browser: every page works without scripts.',
    storage:
      'The database holds no time finer than a day, but the order on disk may hint at the order of reports.',
    code: 'A lost code cannot be recovered; you would have to report again.',
  },
  slowHeading: 'If it becomes slow',
  slow: (free, most) =>
    `So that nobody can close this channel, a network that sends more than ${free} times an hour waits a little longer each time, and after ${most} times until the hour is over. What you typed is not lost. The count is in memory alone.`,
  slowCode: (free, most) =>
    `More than ${free} wrong codes in 15 minutes are slowed; after ${most} one has to wait.`,
  outsideHeading: 'Report to an outside body',
  nacc: 'National Anti-Corruption Commission (NACC)',
  pacc: 'Public Sector Anti-Corruption Commission (PACC)',
  outside: 'another website with terms of its own',
  agencyHeading: 'Rules of the agency',
  statistics: 'Statistics of this channel',
  complaint: 'If it is about the delay or the quality of a service, use the way for complaints',
}
