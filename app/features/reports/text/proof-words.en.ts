import type { TextOf } from '../../../i18n/language.ts'
import type { proofWordsTh } from './proof-words.th.ts'

export type ProofWords = TextOf<typeof proofWordsTh>

export const proofWordsEn: ProofWords = {
  heading: 'Checking this document',
  qr: 'QR code to the page that checks this document',
  shortHash: 'Short code',
  published: 'Publication',
  publishedOn: (version, day) => `Version ${version}, published on ${day}`,
  where: 'Page that checks',
  hash: 'Content hash (SHA-256)',
  resolutions: 'Approved for publication by',
  how: 'How to check',
  steps: [
    'Scan the QR code, or open the page that checks and type the 16 digits of the short code. It says whether this is the version in force, whether there is a newer one, and whether it was withdrawn.',
    'A document received as a file: choose the file on that page. A file altered by a single byte is not the published file.',
    'Printed and scanned copies cannot be checked by their file. Check the short code, then compare the text with the version that the page opens.',
  ],
}
