import type { TextOf } from '../../../../i18n/language.ts'
import type { verifyTh } from './verify.th.ts'

export type VerifyText = TextOf<typeof verifyTh>

export const verifyEn: VerifyText = {
  title: 'Check a document',
  titleOfResult: 'Result of the check',
  lead: (agency) =>
    `Check whether the document you have is what ${agency} published, which version it is, and by which resolutions.`,
  errorTitle: 'Nothing could be checked yet',
  byFile: 'By its file',
  file: 'The file you received or downloaded',
  fileHint: (megabytes) =>
    `PDF, DOCX, XLSX, CSV, HTML or JSON, ${megabytes} megabytes at most. Choose the file or drop it here. Its hash is computed; the file is not kept.`,
  checkFile: 'Check this file',
  byHash: 'By the code on paper',
  hash: 'Short code of 16 digits, or hash of 64',
  hashHint:
    'Copy it from the last page of the document. Spaces, dashes, capitals and Thai digits are all understood.',
  checkHash: 'Check this code',
  howTitle: 'How this works',
  how: [
    'Everything that is published has hashes of its own, computed from its content and from every byte of its files. Where a single letter is changed, they differ.',
    'Printed and scanned copies are not the published file. Scan the QR code or type the code of the last page, then compare the text with the version that this page opens.',
    'A document that was opened and saved by another program is another file, even where its words are the same.',
  ],
  refused: {
    'hash.nothing-typed': 'Please choose a file, or type a code.',
    'hash.not-hash': 'This has signs that no code has. Codes are made of the digits 0–9 and the letters a–f.',
    'hash.incomplete': 'This code has too few or too many digits. A short code has 16, a hash has 64.',
    'hash.ambiguous': 'More than one document begins with this code. Please type all 64 digits of the hash.',
    'copy.unreadable': 'The file did not arrive whole. Please try again.',
    'copy.too-large': 'The file is larger than this page takes. No published file is as large as this.',
  },
  typedDigits: (digits) => `${digits} were typed.`,
  verdicts: {
    published: 'This is the version in force',
    superseded: 'This was published, and there is a newer version',
    withdrawn: 'This was published, and has been withdrawn',
    unknown: 'This matches nothing that was published',
    'same-content': 'The same content, but not the published file',
  },
  meanings: {
    published: (agency) => `${agency} published this document, and there is no newer version.`,
    superseded: (agency) =>
      `${agency} did publish this document, but a newer version is in force. Please look at it before you quote this one.`,
    withdrawn: (agency) =>
      `${agency} published this document and has withdrawn it. It should not be used or quoted.`,
    unknown: (agency) =>
      `Nothing that ${agency} published has this hash, so it cannot be confirmed that this is a document of the agency.`,
    'same-content': (agency) =>
      `The data in the file is what ${agency} published, but the file was written anew, so its hash is not that of the published file.`,
  },
  contentIs: (status) => `Of this content: ${status}`,
  document: 'Document',
  untitled: (kind, key) => `${kind}, B.E. ${key}`,
  fiscalYear: 'Fiscal year',
  inYear: (year) => `B.E. ${year}`,
  version: 'Version',
  publishedAt: 'Published on',
  checkedFile: 'File that was checked',
  noName: '(no name)',
  publishedFile: 'File that it matches',
  resolutions: 'Approved by',
  noResolutions: 'Published before chains of approval were recorded: no resolutions are on record.',
  resolutionWithdrawn: 'This record of a resolution was withdrawn later.',
  permanentAddress: 'Permanent address',
  current: 'Version in force',
  currentVersion: (version, day) => `Version ${version}, published on ${day}`,
  noCurrent: 'None is public',
  withdrawnAt: 'Withdrawn on',
  withdrawnReason: 'Why',
  withdrawnResolution: 'Withdrawn by resolution',
  contentHash: 'Content hash (SHA-256)',
  fileHash: 'Hash of the file (SHA-256)',
  askedHash: 'Hash that was checked',
  askedCode: 'Code that was checked',
  shortCode: 'Short code',
  whatNext: 'What to do',
  unknownSteps: [
    'A file may have been altered: a single byte is enough for another hash. It may also have been opened and saved again. Download it once more from the site of the agency.',
    'A printed or scanned copy cannot be checked by its file. Type the short code of 16 digits from the last page of the document.',
    'If you typed a code, please check every digit.',
    'Drafts, and documents of other agencies, cannot be checked here.',
  ],
  toHome: 'To the home page of the agency',
  readIt: 'Read this version',
  readWithdrawn: 'See the page of the withdrawn version',
  readCurrent: 'Read the version in force',
  another: 'Check another document',
}
