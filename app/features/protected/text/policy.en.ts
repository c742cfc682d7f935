import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { policyTh } from './policy.th.ts'

export type PolicyText = TextOf<typeof policyTh>

const days = (count: number) => plural(count, 'working day')

export const policyEn: PolicyText = {
  title: 'Policy on reports of wrongdoing and the protection of who reports',
  lead: 'What is taken, the steps, the protection of who reports and of those concerned, the times and the receivers of the protected channel for reports of corruption and misconduct.',
  criteria: {
    heading: 'What is taken',
    lead: 'The channel takes reports about staff or the work of the agency, of these kinds:',
    anonymous: 'No name is needed. A report without a name is looked into like one with a name.',
    facts:
      'It is easiest to look into a report that says what happened, who did it, where and when, and what shows it; none of this is compulsory.',
    other:
      'What concerns delays or the quality of a service goes to the complaint desk, which is apart from this channel.',
  },
  steps: {
    heading: 'Steps',
    send: 'The report is sent on the website. Text and files are sealed at once, and 24 digits are given: the only way back.',
    acknowledge: 'A recipient opens it with a key of their own and says that it was received.',
    examine: 'Recipients ask, look into the facts, and answer on the page of the report.',
    close: 'The outcome is told and the report is closed.',
    erase: (count) =>
      `${plural(count, 'day')} after it was closed, all of it is destroyed by destroying its key, unless the law asks that it is kept. Only the counts in the statistics stay.`,
  },
  protection: {
    heading: 'Protection',
    exclude:
      'Who reports may leave out any recipient. Who is left out does not learn that there is a report.',
    identity:
      'A name that is given is sealed apart from the report. Two custodians must open it together, and who reported sees each time.',
    noTrace: 'No IP address, no kind of device and no time finer than a day is kept.',
    noReprisal:
      'The agency forbids reprisals, transfers, punishment and discrimination against who reports in good faith, witnesses and who gives information.',
    accused:
      'Who is accused is held to be honest until the matter was looked into, and is heard. To report what one knows to be false may be an offence.',
    chain: 'All messages form a signed chain: who reported sees that none was altered or lost.',
  },
  times: {
    heading: 'Times',
    acknowledge: (count) => `Acknowledged within ${days(count)}`,
    answer: (count) => `First answer within ${days(count)}`,
    close: (count) => `Outcome told and closed within ${days(count)}`,
    escalation:
      'What is overdue goes to the next recipient by itself, and is counted in the published statistics.',
    certainty: {
      own: 'set by the agency',
      sourced: 'from a source',
      unverified: 'not yet verified against the law',
    },
  },
  receivers: {
    heading: 'Receivers and keys',
    lead: 'Only these can read. A fingerprint shows that a key is the one for which reports are sealed.',
    none: 'No recipient with a key is appointed yet.',
    row: (role, kind, fingerprint, since) => `${role} (${kind}), key ${fingerprint}, in use since ${since}`,
    kinds: { recipient: 'recipient', custodian: 'custodian of identities', external: 'external recipient' },
    recovery: (needed, shares) =>
      `The recovery key of the agency is split into ${plural(shares, 'share')}; ${needed} together can use it. Who reported sees each use.`,
    noRecovery:
      'There is no recovery key of the agency: if all recipients lose their keys, reports cannot be opened any more.',
  },
  limits: {
    heading: 'What cannot be promised',
    live: 'Whoever controls the server while something is sent or read can see what passes then.',
    copy: 'A recipient can copy what they read.',
    words: 'Words or files may tell who wrote them.',
    code: 'Lost digits cannot be recovered.',
  },
  law: {
    heading: 'Law',
    act: 'Section 132 of the Organic Act on Anti-Corruption (No. 2), B.E. 2568, protects who gives statements or information in good faith to the National Anti-Corruption Commission, to state agencies it tasks, or to their own supervisors.',
    unverified:
      'The words on law are a summary from secondary sources and not yet verified against the text.',
    data: 'Personal data are kept and used to look into the report alone (Personal Data Protection Act, B.E. 2562).',
    outside:
      'Reports can also be sent to the National Anti-Corruption Commission (www.nacc.go.th) or the Public Sector Anti-Corruption Commission (www.pacc.go.th).',
  },
  screen: {
    title: 'Policy of the protected channel',
    lead: 'The policy is written from the settings of the channel, as a draft page of the website. It is approved and published like every page; then everybody is asked to read it.',
    upToDate: 'The published policy says what is set now.',
    outOfDate:
      'The published policy does not say what is set now. Please write the draft anew and publish it.',
    never: 'No policy is published yet: who reports does not see the rules of the agency.',
    notReady:
      'There is no recipient with a key, and the policy will say so. Please appoint recipients before it is published.',
    write: 'Write it as a draft of the website',
    writeLead:
      'It takes the place of the draft. What is published stays as it is until it is published anew.',
    written: 'The draft is written. Next it is checked and published.',
    toDraft: 'Open the draft, check and publish it',
    toReaders: 'Ask everybody to read it',
    generated: 'From the settings as they are now',
    inThai: 'Thai',
    inEnglish: 'English',
    difference: 'What differs from the published version',
    gone: 'No longer there',
    added: 'New',
    refused:
      'The draft could not be written. Please see whether somebody else is changing this page or its address is taken, and try again.',
  },
  procedure: {
    title: 'Procedure and rules of the protected channel',
    none: 'The agency has not published a policy of this channel yet. Steps, times and readers as they are now stand on the page of the channel.',
    toChannel: 'To the page of the channel',
    version: (version, day) => `Version ${version}, published ${day}`,
    history: 'Earlier versions and history',
  },
}
