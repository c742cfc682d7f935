import type { TextOf } from '../../../i18n/language.ts'
import type { evidenceRefusalTh } from './evidence-refusal.th.ts'

export const evidenceRefusalEn: TextOf<typeof evidenceRefusalTh> = {
  'evidence.unknown': 'There is no such evidence: it may have been taken out, or you may not see it.',
  'evidence.removed': 'This evidence was taken out. Bring it back first.',
  'evidence.infected':
    'Malware was found in this file, so it cannot serve as evidence. Add a clean version of it.',
  'evidence.none-chosen': 'Choose at least one piece of evidence.',
  'evidence.too-many': 'At most 200 pieces can be attached at once.',
  'evidence.no-title': 'Enter a title.',
  'evidence.long-title': 'The title is longer than 300 characters.',
  'evidence.long-note': 'The note is longer than 4,000 characters.',
  'evidence.unreadable-day': 'The date could not be read. Enter it as 1 October 2024 or 1/10/2567.',
  'evidence.expiry-before-date': 'It would expire before its own date.',
  'evidence.unknown-unit': 'There is no such unit.',
  'evidence.no-link': 'Enter a link.',
  'evidence.bad-link': 'This is not a link. Use a web address that begins with https:// or http://.',
  'evidence.long-link': 'The link is longer than 2,000 characters.',
  'evidence.link-known': 'This link is in the library already.',
  'evidence.same-link': 'This is the link that is in use already.',
  'evidence.not-link': 'This evidence is a file. Add its new version as a file.',
  'evidence.in-use': 'It cannot be taken out while it is used. Detach it there first.',
  'evidence.clash':
    'Somebody changed this evidence after you opened the page. Choose which to keep, then save again.',
}
