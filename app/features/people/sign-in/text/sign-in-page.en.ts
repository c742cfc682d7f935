import type { TextOf } from '../../../../i18n/language.ts'
import type { signInPageTh } from './sign-in-page.th.ts'

export type SignInPageText = TextOf<typeof signInPageTh>
export const signInPageEn: SignInPageText = {
  title: 'Sign in',
  lead: 'For those who work in the agency. The public reads reports and uses services without signing in.',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  forgot: 'Forgotten, or never set a password',
  errorTitle: 'You are not signed in yet',
  notKept:
    'Your last session has ended. What you sent was not saved and could not be kept: it is a file, or too long. Sign in and send it again.',
  kept: 'Your last session has ended. Nothing was sent, and what you typed is not lost: sign in, and it is shown again for you to send.',
  again: 'To be safe, sign in again before you change how you sign in.',
  signedOut: 'You are signed out.',
  notSafe:
    'This site is not served over https yet, so nobody can sign in. Ask the keeper of the machine to set ORIGIN and a certificate.',
  codeTitle: 'Second factor',
  codeLead: 'Open the authenticator app on your phone and type the six digits that it shows.',
  code: 'Code of the app, or a recovery code',
  codeHint: 'Thai or Arabic digits. Without your phone, use one of the recovery codes that you kept.',
  confirm: 'Confirm',
  passkeyInstead: 'Or use a passkey instead',
  lostBoth:
    'If you have neither phone nor recovery codes, ask an administrator of the agency to reset your second factor.',
  passkeyOnly: 'Your role requires two factors. Use the passkey that you registered.',
  forgotTitle: 'Set a new password',
  forgotLead: 'Give the e-mail address that you use here, and we send you a link to set a new password.',
  send: 'Send the link',
  sentTitle: 'Look into your mailbox',
  sent: (email) =>
    `If there is an account with the address ${email}, a link arrives within a few minutes. It works once, within one hour. If it does not arrive, look among unwanted mail.`,
  mailOff:
    'Sending mail is not set up here yet. The link waits with the administrators of the agency: ask one of them for it.',
  backToSignIn: 'Back to signing in',
}
