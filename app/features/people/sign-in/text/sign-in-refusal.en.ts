import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { signInRefusalTh } from './sign-in-refusal.th.ts'

export const signInRefusalEn: TextOf<typeof signInRefusalTh> = {
  'sign-in.wrong': () =>
    'The e-mail address or the password is not right. Check both and try again, or ask for a new password.',
  'sign-in.too-many': (minutes) =>
    `There were too many attempts. Try again in ${plural(minutes, 'minute')}, use a passkey, or ask for a link by e-mail to set a new password.`,
  'sign-in.over': () => 'This sign-in took too long or was already used. Start again.',
  'second-factor.wrong': () =>
    'The code is not right or was already used. Wait for the next one in the app and try again.',
  'second-factor.too-many': (minutes) =>
    `There were too many wrong codes. Try again in ${plural(minutes, 'minute')}.`,
  'second-factor.needed': () =>
    'Your role requires two factors. Add a passkey or another authenticator app before you remove this one.',
  'second-factor.there': () =>
    'You have an authenticator app already. Remove it before you set up another one.',
  'second-factor.not-started': () => 'The set-up of an authenticator app was not started. Start it again.',
  'link.useless': () =>
    'This link was used, has expired, or is not valid. Ask for a new one on the page for forgotten passwords, or from an administrator of the agency.',
  'password.too-short': () =>
    'The password is too short. Use at least 12 characters; a long sentence is fine.',
  'password.too-long': () => 'The password is too long. Use at most 200 characters.',
  'password.common': () =>
    'This password is too easy to guess. Use several words that have nothing to do with each other.',
  'password.personal': () =>
    'This password is mostly your name, your e-mail address or the name of the agency. Use words that others do not know.',
  'password.current-wrong': () => 'The current password is not right. Check it and try again.',
  'password.not-same': () => 'The two passwords are not the same. Type them again.',
  'person.email-taken': () => 'Somebody else in the agency has this e-mail address. Use another one.',
  'person.bad-email': () => 'This is not an e-mail address. Check it, for example name@agency.go.th.',
  'person.unknown': () => 'This person is not known here, or was disabled.',
  'person.no-name': () => 'Give first name and family name.',
  'session.unknown': () => 'This session is not there; it may have ended.',
  'session.not-fresh': () => 'You signed in some time ago. Sign in again before you change how you sign in.',
  'oidc.unverified-email': () =>
    'The provider has not verified your e-mail address, so it cannot be used for a first sign-in. Verify it with the provider, or sign in another way and link the account.',
  'oidc.nobody': () =>
    'This account belongs to nobody who may sign in at this agency. Ask an administrator of the agency.',
  'oidc.taken': () => 'This account is linked to somebody else in the agency. Use another account.',
  'oidc.unreachable': () =>
    'The identity provider cannot be reached. Try again later, or sign in another way.',
  'oidc.refused': () =>
    'The provider did not confirm who you are, or you cancelled. Try again, or sign in another way.',
  'oidc.unknown-provider': () => 'There is no such provider. Choose one from the list.',
  'oidc.bad-issuer': () =>
    "The provider's address (issuer) cannot be used. Use the https address from its documentation.",
  'oidc.not-linked': () => 'This linked account is not there; it may have been unlinked.',
  'oidc.no-label': () => 'Give the name that the button shows.',
  'oidc.no-client': () => 'Give the client ID that the provider issued.',
  'oidc.secret-again': () =>
    'Type the client secret again when you change the issuer or the client ID, so that the kept secret is not sent elsewhere.',
  'passkey.no-host-name': () =>
    'This site was opened by its IP address, so passkeys cannot be used. Open it by its host name, or sign in another way.',
  'passkey.refused': () => 'The passkey could not be verified. Try again, or sign in another way.',
  'passkey.unknown': () => 'This passkey is not known here. Sign in another way and add a new one.',
  'passkey.taken': () => 'This passkey is already registered.',
  'way.last': () => 'This is your last way to sign in. Add another one before you remove it.',
}
