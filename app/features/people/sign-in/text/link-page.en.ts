import type { TextOf } from '../../../../i18n/language.ts'
import type { linkPageTh } from './link-page.th.ts'

export type LinkPageText = TextOf<typeof linkPageTh>
export const linkPageEn: LinkPageText = {
  invitationTitle: 'Welcome to Prongsai',
  invitationLead: (name) => `${name}, set a password to sign in, or choose to sign in without one.`,
  firstLead:
    'You are the first administrator of this agency. Give your name and e-mail address, and set a password.',
  resetTitle: 'Set a new password',
  resetLead: (name) => `${name}, once the new password is set you are signed out everywhere else.`,
  signInTitle: 'Sign in by a one-time link',
  signInLead: (name) => `This link signs ${name} in once.`,
  name: 'First and family name',
  email: 'E-mail address',
  emailHint: 'You sign in with it, and links for a new password go there.',
  account: (email) => `Account: ${email}`,
  password: 'New password',
  passwordHint: 'At least 12 characters; a long sentence is fine. Digits and signs are not required.',
  repeat: 'The new password again',
  save: 'Set the password and sign in',
  withoutPassword: 'Without a password',
  withoutPasswordLead:
    'Sign in this once, and add a passkey or link an account on the page of your account at once: this link works only once.',
  comeIn: 'Sign in without setting a password',
  signIn: 'Sign in',
  uselessTitle: 'This link does not work any more',
  askAgain: 'Ask for a new link by e-mail',
  errorTitle: 'The password is not set yet',
}
