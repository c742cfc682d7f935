import type { TextOf } from '../../i18n/language.ts'
import type { mailWordsTh } from './mail-words.th.ts'

export const mailWordsEn: TextOf<typeof mailWordsTh> = {
  states: {
    queued: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    failed: 'Failed',
    withheld: 'To be handed over',
    expired: 'Expired',
  },
  letters: {
    invitation: 'Invitation',
    'password-reset': 'Link to set a new password',
    'password-changed': 'Notice that the password was changed',
    'reminder-digest': 'Daily reminder',
    'measure-submitted': 'Measure for review',
    'measure-returned': 'Measure returned',
    'measure-accepted': 'Measure accepted',
    'measure-reopened': 'Measure reopened',
    'comment-mentioned': 'Mention in a comment',
    'protected-digest': 'Regular mail of the reporting channel',
  },
  faults: {
    'server-unreachable': 'The mail server cannot be reached. Check SMTP_URL and the network.',
    'server-timeout': 'The mail server answered too late.',
    'secure-connection-failed':
      'No secure connection to the mail server could be made. Check its certificate.',
    'sign-in-refused': 'The mail server refuses the user name or password of the system. Check SMTP_URL.',
    'sender-refused': 'The mail server refuses the sender. Check MAIL_FROM.',
    'recipient-refused': 'The mail server refuses the recipient. Check their address.',
    'message-refused': 'The mail server refuses this message.',
    interrupted: 'The system ended in the middle of every attempt.',
    restored:
      'The system was restored from a backup, and this may have gone out already. Send it again if not.',
    unknown: 'The cause is not known.',
  },
}
