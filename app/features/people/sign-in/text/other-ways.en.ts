import type { TextOf } from '../../../../i18n/language.ts'
import type { otherWaysTh } from './other-ways.th.ts'

export type OtherWaysText = TextOf<typeof otherWaysTh>
export const otherWaysEn: OtherWaysText = {
  leadsOnTitle: (provider) => `Going to ${provider}`,
  leadsOnLead: 'If this page does not change by itself within a few seconds, use the button below.',
  leadsOn: (provider) => `Go to ${provider}`,
  refusedTitle: 'You are not signed in',
  backToSignIn: 'Back to the sign-in page',
  backToAccount: 'Back to my account',
  signInWith: (provider) => `Sign in with ${provider}`,
  passkeySignIn: 'Sign in with a passkey',
  passkeyTitle: 'Passkeys',
  passkeyLead:
    'A passkey takes your fingerprint, your face or the code that unlocks your device in the place of a password. It counts as two factors by itself.',
  passkeyNone: 'You have no passkey yet.',
  passkeyAdded: (day) => `Added on ${day}`,
  passkeyUsed: (day) => `Last used on ${day}`,
  passkeyUnused: 'Not used yet',
  passkeyLabel: 'Name of the passkey',
  passkeyLabelHint: 'For example: my phone. May be left empty.',
  passkeyAdd: 'Add a passkey',
  passkeyRemove: 'Remove the passkey',
  passkeyNoHost:
    'This site was opened by its IP address, so passkeys cannot be used. Open it by its host name.',
  passkeyNoScript:
    'This browser cannot use passkeys, or scripts are switched off. The other ways work as usual.',
  passkeyWorking: 'Follow what your browser asks.',
  passkeyCancelled: 'It was cancelled or took too long. Press the button again when you are ready.',
  passkeyThere: 'This device already has a passkey of yours.',
  passkeyFailed: 'The passkey did not work. Load this page again, or use another way.',
  identityTitle: 'Linked accounts',
  identityLead: 'Sign in with your account at an identity provider that the agency uses.',
  identityNone: 'No account is linked yet.',
  identityLinked: (day) => `Linked on ${day}`,
  identityGone: 'The agency no longer uses this provider.',
  identityLink: (provider) => `Link an account of ${provider}`,
  identityUnlink: 'Unlink the account',
}
