import type { TextOf } from '../../../i18n/language.ts'
import type { disclosureRefusalTh } from './disclosure-refusal.th.ts'

export const disclosureRefusalEn: TextOf<typeof disclosureRefusalTh> = {
  'year.unknown': 'No OIT items of this year are known. Choose a year from the list.',
  'year.changed':
    'Somebody changed the calendar of this year. Open the page again and make your change anew.',
  'year.bad-day': 'The day cannot be read. Write it like 1 Apr 2025 or 1/4/2568.',
  'year.end-before-start': 'The last day of a window is before its first. Check both.',
  'item.unknown': 'The framework of this year has no such item. Choose one from the list.',
  'item.changed': 'The item changed after this page was opened. Open it again and check it first.',
  'item.by-report': 'A published report answers this item by itself. Change and publish the report instead.',
  'item.empty': 'Nothing of this item is answered yet. Answer something before publishing it.',
  'item.not-approved':
    'Not every step of the chain has approved this content. Put it before the meetings first.',
  'item.not-published': 'The item is not public, or was withdrawn. Open the page again.',
  'item.no-reason': 'Say why it is withdrawn. Readers are shown the reason.',
  'item.unknown-unit': 'There is no such unit, or it has ended. Choose one from the list.',
  'element.unknown': 'The item asks for no such element. Open the page again.',
  'element.changed':
    'Somebody changed this element after the page was opened. Read what stands there now, then make your change anew.',
  'element.no-facts': 'Choose one entry at least, or declare that there is none.',
  'element.no-words': 'Say in words that there is none, like “no fee”.',
  'element.words-too-long': 'The words are too long: 2,000 characters at most.',
  'fact.unknown': 'There is no such entry, or it was taken out. Open the list again.',
  'fact.changed':
    'Somebody changed this entry after the page was opened. Read what stands there now, then make your change anew.',
  'fact.in-use':
    'Elements are answered with this entry, and would be missing without it. Confirm that it is to be taken out.',
  'fact.no-title': 'Give the entry a Thai title.',
  'fact.title-too-long': 'The title is too long: 300 characters at most.',
  'fact.no-words': 'Write the words that are to be disclosed.',
  'fact.words-too-long': 'The text is too long: 20,000 characters at most. Use a file instead.',
  'fact.bad-address': 'This is no web address. Write all of it, from https:// or http:// on.',
  'fact.unknown-page': 'No public page of this site has that address. Choose one from the list.',
  'fact.no-file': 'Choose a file of evidence.',
  'file.unknown': 'There is no such file of evidence, or you may not read it. Choose another.',
  'file.confidential': 'This evidence is confidential and cannot be disclosed. Choose another file.',
  'file.ended': 'This file was taken from the public already',
  'file.no-reason': 'Give the reason',
  'file.infected': 'Malware was found in this file. Replace it with a safe one.',
  'file.replaced':
    'The file of evidence was replaced after it was entered here. Change the entry to the newest file, then check it again.',
}
