import type { TextOf } from '../../../i18n/language.ts'
import type { doorsTh } from './doors.th.ts'

export type DoorsText = TextOf<typeof doorsTh>

export const doorsEn: DoorsText = {
  complaint: { title: 'Complain about a service' },
  whistle: {
    title: 'Report corruption',
    lead: 'For corruption and misconduct of officials. This way is kept apart from complaints about services, to keep the reporter’s data apart.',
    notYetHeading: 'What this site does not have yet',
    notYet:
      'This site has no encrypted form by which one can report without being known. So this page takes no data from a reporter, and does not record who reads it.',
    notMail:
      'Do not send what shows who you are by the ordinary e-mail or telephone of the agency if you wish to stay unknown.',
    outsideHeading: 'Report to independent and outside bodies',
    nacc: 'National Anti-Corruption Commission (NACC)',
    pacc: 'Public Sector Anti-Corruption Commission (PACC)',
    outsideNote:
      'Outside bodies have steps of their own. Please read on their sites how they keep reporters unknown before you report.',
    agencyHeading: 'Reporting to this agency',
    agencyMissing:
      'The agency has not yet published its rules, steps, times and measures that protect reporters.',
    prepareHeading: 'What to have ready',
    what: 'What happened, where, when, and who is involved',
    proof: 'Papers, pictures or witnesses that can be checked; keep the originals with you',
    traces:
      'A file may hold the name of its author or the place of a picture. Please check before you send it.',
    lawHeading: 'Protection by law',
    law: 'The Organic Act on Anti-Corruption (No. 2), B.E. 2568 (2025), section 132, protects who reports in good faith from civil, criminal and disciplinary liability.',
    lawUnverified:
      'Unverified: this is a summary of secondary sources and no legal advice. Please check the text in the Government Gazette.',
    otherDoor: 'If it is about the delay or the quality of a service',
  },
  otherDoorLink: 'Use the other way:',
  opensOutside: 'another website',
}
