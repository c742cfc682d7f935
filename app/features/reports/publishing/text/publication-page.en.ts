import type { TextOf } from '../../../../i18n/language.ts'
import type { publicationPageTh } from './publication-page.th.ts'

export const publicationPageEn: TextOf<typeof publicationPageTh> = {
  title: (year, version) => `Publication of the report ${year}, version ${version}`,
  lead: 'Content and files of a published version do not change. A new version stands beside it, and only a resolution withdraws one.',
  errorTitle: 'Not withdrawn yet',
  toReport: 'Draft report of the year',
  facts: 'About the publication',
  address: 'Permanent address',
  hash: 'Content hash (SHA-256)',
  publishedOn: 'Published on',
  publishedBy: 'Published by',
  approvedBy: 'By the resolutions',
  noChain: 'It was published before this system kept chains of approval',
  verify: 'Page on which a copy is checked',
  files: 'Published files',
  filesLead: 'Files are made once and stay those very files, also when the program is brought up to date',
  filesWait: 'No file was made yet: they are made when somebody opens the page of the report',
  fileColumns: { name: 'File', size: 'Size', hash: 'Hash (SHA-256)' },
  kilobytes: (size) => `${size} kB`,
  versions: 'All versions of the year',
  withdrawal: 'Withdrawal',
  withdrawalBody:
    'Once withdrawn, content and files of this version cannot be read any more. Its address says when it was withdrawn, by which resolution and why. The same content has to be approved anew before it can be published again.',
  steps:
    'Withdrawal needs the approval of the body that decides last about the report. Put the withdrawal before its meeting first',
  mayWithdraw: 'A resolution approves the withdrawal',
  reason: 'Why it is withdrawn (shown to the public)',
  reasonHint: 'So that any reader understands it, and without personal data',
  withdraw: 'Withdraw this version',
  confirm: 'Withdraw now',
  withdrawn: 'The publication is withdrawn',
  withdrawnOn: 'Withdrawn on',
  withdrawnBy: 'Withdrawal recorded by',
  byResolution: 'By the resolution',
  why: 'Reason',
}
