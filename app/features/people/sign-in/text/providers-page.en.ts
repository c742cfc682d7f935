import type { TextOf } from '../../../../i18n/language.ts'
import type { providersPageTh } from './providers-page.th.ts'

export type ProvidersPageText = TextOf<typeof providersPageTh>
export const providersPageEn: ProvidersPageText = {
  title: 'Identity providers',
  lead: 'Lets people sign in with accounts that they have already, by OpenID Connect. No person is ever made from such an account.',
  done: {
    saved: 'Saved. The provider answers.',
    unreachable:
      'Saved, but the provider does not answer. Check its issuer and the network; people can sign in this way once it answers.',
    removed: 'The provider was removed.',
  },
  none: 'There is no provider yet',
  noneLead: 'Add the first one with the form below.',
  callbackTitle: 'Address to register with the provider',
  callbackLead: "Copy this address into the provider's field for the redirect URI, letter by letter.",
  errorTitle: 'Nothing was saved',
  addTitle: 'Add a provider',
  changeTitle: (label) => `Change ${label}`,
  labelTh: 'Name on the button, in Thai',
  labelEn: 'Name on the button, in English',
  issuer: 'Issuer',
  issuerHint: 'Begins with https://. See the forms of several providers below.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  secretKept: 'A secret is kept and is never shown again. Leave this empty to go on using it.',
  secretNone: 'Leave this empty for a public client, which has no secret.',
  isPublic: 'Public client without a secret (PKCE alone)',
  scope: 'Scope',
  scopeHint: 'Usually openid email profile',
  hasSecondFactor: 'This provider always asks for two factors',
  hasSecondFactorHint:
    'Choose this only if the agency knows it for certain. Who signs in this way is not asked for a second factor again, unless the provider itself says that it asked for a password alone.',
  save: 'Save',
  add: 'Add',
  remove: 'Remove',
  removeSure:
    'Nobody can sign in this way any more once it is removed. Who has no other way must ask an administrator for a link.',
  hintsTitle: 'Forms of several providers',
  keycloak:
    'Keycloak: https://host/realms/realm-name. Switch Client authentication on if there is a secret, and let people verify their e-mail addresses first (Email verified).',
  entra:
    'Microsoft Entra ID: https://login.microsoftonline.com/tenant-id/v2.0. Use the ID of your own tenant, not common or organizations. Entra does not normally say that an e-mail address was verified, so people sign in another way first and link the account on the page My account.',
  thaid:
    'ThaiD (Department of Provincial Administration): use what you were given when you registered there. Unverified: never tried with the real service. ThaiD is expected to send no e-mail address, so people link the account on the page My account first.',
}
