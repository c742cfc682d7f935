import type { TextOf } from '../../../../i18n/language.ts'
import type { versionsTh } from './versions.th.ts'

export const versionsEn: TextOf<typeof versionsTh> = {
  title: 'All versions of this report',
  lead: 'Every version has a permanent address and does not change. The address of the yearly report leads to the newest.',
  version: (version) => `Version ${version}`,
  publishedOn: (day) => `published on ${day}`,
  states: { published: 'Newest version', superseded: 'There is a newer version', withdrawn: 'Withdrawn' },
  here: 'This version',
  newer: (version) => `This is an earlier version. Version ${version} is newer`,
  toNewer: (version) => `Read version ${version}`,
  permanent: 'Permanent address of this version',
  publishedAt: 'Published on',
  approvedBy: 'Published by the resolutions',
  noChain:
    'It was published before this system kept chains of approval, so no resolution is bound to its content',
  approvalNote:
    'The resolutions above approved the content with this hash. Those that the report mentions are quoted as the report states them',
  resolutionRecorded: (day) => `entered on ${day}`,
  resolutionWithdrawn: 'this record was withdrawn later',
  verify: 'Check whether a copy is the published one',
  withdrawnTitle: (year, version) => `The report of fiscal year ${year}, version ${version}, was withdrawn`,
  withdrawnLead:
    'The agency withdrew this version of its report. Its content and files are not shown any more',
  withdrawnOn: 'Withdrawn on',
  withdrawnBy: 'By the resolution',
  withdrawnReason: 'Reason',
  wording: 'Wording of the resolution',
  stands: (version) => `The version that stands is version ${version}`,
  noneStands: 'No report of this year is published now',
}
