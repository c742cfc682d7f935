import type { TextOf } from '../../../i18n/language.ts'
import type { mailPageTh } from './mail-page.th.ts'

export type MailPageText = TextOf<typeof mailPageTh>
export const mailPageEn: MailPageText = {
  title: 'Mail that waits',
  said: 'Every message of the system stands here until it was sent; then its text is erased.',
  on: 'Mail is on',
  off: 'Mail is off',
  offTitle: 'The system cannot send mail yet',
  offBody:
    'No mail server was set (SMTP_URL), so invitations and links to set a password have not reached anybody. Open each message and hand its link to the recipient yourself.',
  offHow:
    'Once whoever keeps the server has set SMTP_URL and started the system again, what has not expired goes out by itself.',
  filter: 'State',
  all: 'All',
  caption: 'Mail of the system, the latest first',
  columns: { subject: 'Subject', to: 'To', state: 'State', created: 'Written', do: 'Open' },
  open: 'Details',
  openOf: (subject) => `Details of ${subject}`,
  facts: {
    letter: 'Letter',
    to: 'To',
    created: 'Written',
    sent: 'Sent',
    attempts: 'Attempts',
    next: 'Next attempt',
    expires: 'The link holds until',
    fault: 'Why it was not sent',
    answer: (numbers) => `The server answered ${numbers}`,
  },
  contents: 'Text',
  gone: 'The text was erased, because it was sent or its link has expired.',
  openWarning:
    'The text may hold a link by which its recipient signs in. Hand it to the recipient alone. That you read it will stand in the audit log.',
  openText: 'Show the text',
  opened: 'That you read it now stands in the audit log',
  link: 'Link in the message',
  linkHint: 'Copy it and hand it to the recipient. Do not open it yourself: it works once.',
  retry: 'Send again',
  back: 'Back to the mail',
  pages: 'Pages of the list',
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Newer',
  next: 'Older',
  done: { retried: 'Put back among what waits; it is tried at once.' },
  refusals: {
    'mail.not-there': 'There is no text to read any more: it was sent, or its link has expired.',
    'mail.not-failed':
      'It cannot be sent again: it did not fail, or its link has expired. Issue a new link instead.',
  },
  emptyTitle: 'No mail in this state',
  emptyBody:
    'When somebody is invited, or a link to set a password is issued, the mail stands here until it was sent.',
}
