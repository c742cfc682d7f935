import type { TextOf } from '../../../../i18n/language.ts'
import type { signInMailTh } from './sign-in-mail.th.ts'

export const signInMailEn: TextOf<typeof signInMailTh> = {
  firstAdministrator: 'First administrator',
  closing: 'If you have a question, ask an administrator of the agency.\nProngsai',
  reset: {
    subject: 'Set a new password for Prongsai',
    lines: ({ name }) =>
      `Dear ${name},\nsomebody asked for a new password for your account. The link below works once, within one hour.\nIf it was not you, there is nothing to do: your password still works.`,
    action: 'Set a new password',
  },
  changed: {
    subject: 'Your Prongsai password was changed',
    lines: ({ name }) =>
      `Dear ${name},\nyour password was changed, and you were signed out everywhere else.\nIf it was not you, tell an administrator of the agency at once.`,
  },
  invitation: {
    subject: 'You are invited to Prongsai',
    lines: ({ name }) =>
      `Dear ${name},\nyour agency invites you to Prongsai, in which it works together on its integrity and transparency assessment (ITA).\nOpen the link below to choose how you sign in. It works once, within 7 days.`,
    action: 'Accept the invitation',
  },
}
