import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { findingsTh } from './findings.th.ts'

export const findingsEn: TextOf<typeof findingsTh> = {
  problems: {
    'address.unreadable': () => 'This is no web address that opens',
    'address.private': ({ host }) =>
      `The address leads into a private network (${host}): the public cannot open it`,
    'address.not-allowed': ({ host }) => `${host} is not among the sites that may be checked`,
    'name.unknown': ({ host }) => `The name ${host} is not known to the domain name system`,
    'connection.refused': ({ host }) => `${host} refuses connections`,
    'connection.broken': ({ host }) => `The connection to ${host} broke before all had come`,
    'certificate.broken': ({ host }) =>
      `The certificate of ${host} is not valid: browsers warn against opening it`,
    'answer.slow': ({ seconds }) => `So slow that it was not read within ${seconds} seconds`,
    'answer.too-large': ({ megabytes }) =>
      `Larger than ${megabytes} MB: assessors and common phones cannot open it`,
    'redirect.endless': () => 'It leads from address to address without end',
    'status.error': ({ status }) => `It answers with status ${status}, not with content`,
    'file.changed': () => 'The file that opens is not the one that was approved and published',
    'content.active': () => 'The file holds scripts or other content that runs; it is no plain document',
    'content.unreadable': () => 'The content cannot be read; the file may be damaged or too complex',
    'content.empty': () => 'It opens, and holds nothing',
    'pdf.no-text': ({ pages }) =>
      `The PDF is pictures alone: no text to search or to read aloud (${plural(Number(pages), 'page')})`,
    'element.missing': ({ label }) => `“${label}” was not found in the content`,
    'column.missing': ({ label }) => `The column “${label}” was not found`,
    'year.missing': ({ year }) => `The year ${year} B.E. was not found in the content`,
    'menu-link.missing': ({ label }) => `The menu has no link “${label}”`,
    'link.dead': ({ link }) => `A link of the page does not open: ${link}`,
    'title.missing': () => 'The page has no title',
    'certificate.expiring': ({ day }) => `The certificate ends on ${day}`,
    'type.mismatched': ({ said, seen }) => `It says that it is ${said}, and is ${seen}`,
    'accessibility.broken': ({ count, rule }) =>
      `The rule of accessibility ${rule} is broken in ${plural(Number(count), 'place')}`,
  },
  remedies: {
    'address.unreadable': 'Give an address that begins with https:// and has no user name or password in it',
    'address.private': 'Move the content to a site that the public can open',
    'address.not-allowed': 'Have an administrator add the site to those that may be checked',
    'name.unknown': 'Check how the name is spelt, and whether the domain was renewed',
    'connection.refused': 'Tell the keeper of that site that its server does not answer',
    'connection.broken': 'Have the keeper of that site look at its server',
    'certificate.broken': 'Have the keeper of that site install a valid certificate',
    'answer.slow': 'Tell the keeper of that site, or bring the file into the disclosure centre',
    'answer.too-large': 'Divide the file, or make it smaller',
    'redirect.endless': 'Give the address where it ends',
    'status.error': 'Correct the address, or put the content back where it was',
    'file.changed': 'Put the file back, or publish the new one as another version',
    'content.active': 'Publish it as PDF, or as a page without scripts',
    'content.unreadable': 'Open the file and save it anew as PDF, DOCX or XLSX',
    'content.empty': 'Give the content, or declare that there is none, with the reason',
    'pdf.no-text': 'Save the PDF from its source document, or run text recognition before it is published',
    'element.missing': 'Add the element, or declare that there is none, with the reason',
    'column.missing': 'Add the column, so that the table is whole',
    'year.missing': 'Publish the content of the year that is assessed, and name the year in it',
    'menu-link.missing': 'Add the link to the main menu of the site',
    'link.dead': 'Correct the link, or take it away',
    'title.missing': 'Give the page a title',
    'certificate.expiring': 'Renew the certificate before that day',
    'type.mismatched': 'Correct the ending of the file or the settings of its server',
    'accessibility.broken': 'Mend the page, so that everybody can use it',
  },
  /** Of a page of the agency's own site that cannot be reached at all. */
  ownSite:
    'Have an administrator look at ORIGIN, the domain and the certificate of this site, and at whether the machine of this program can open the address. Until then no other page of this site is checked at night',
}
