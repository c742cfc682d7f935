import { index, layout, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'

// An address has one spelling, capitals included.
const one = { caseSensitive: true }

/** Screens of the office, at `/office/…` and in English at `/en/office/…`; only who signed in comes this far. */
const office = (address: string, screen: string): RouteConfigEntry =>
  route(`en?/office${address}`, screen, one)

/** Screens of signing in, at `/sign-in…` and in English at `/en/sign-in…`. */
const signIn = (address: string, screen: string): RouteConfigEntry =>
  route(`en?/${address}`, `features/people/sign-in/screens/${screen}`, one)

/** Every screen of the platform, by address. Look here first. English pages answer under /en. */
export default [
  index('features/site/screens/home-page.tsx'),
  route('en', 'features/site/screens/home-page.tsx', { id: 'home-en', ...one }),
  route('en?/reports/:year', 'features/reports/screens/report-page.tsx', one),
  route('en?/reports/:year/issues/:issue', 'features/reports/screens/issue-page.tsx', one),
  route('reports/:year/files/:file', 'features/reports/screens/report-file.ts', one),
  route('en?/oit/:year/:code', 'features/disclosure/screens/disclosure-item-page.tsx', one),
  route('sitemap.xml', 'features/site/screens/sitemap.ts', one),
  route('robots.txt', 'features/site/screens/robots.ts', one),

  signIn('sign-in', 'sign-in-page.tsx'),
  signIn('sign-in/second-factor', 'second-factor-page.tsx'),
  signIn('sign-in/forgot', 'forgot-page.tsx'),
  signIn('sign-in/link/:token', 'link-page.tsx'),
  signIn('sign-in/oidc', 'oidc-start-page.tsx'),
  signIn('sign-in/oidc/callback', 'oidc-callback.ts'),
  signIn('sign-in/passkey/options', 'passkey-options.ts'),
  signIn('sign-in/passkey/verify', 'passkey-verify.ts'),
  signIn('sign-out', 'sign-out.ts'),

  layout('features/office/screens/office-layout.tsx', [
    office('', 'features/office/screens/office-home.tsx'),
    office('/account', 'features/people/sign-in/screens/account-page.tsx'),
    office('/account/second-factor', 'features/people/sign-in/screens/totp-page.tsx'),
    office('/account/second-factor/remove', 'features/people/sign-in/screens/totp-remove.ts'),
    office('/account/sessions', 'features/people/sign-in/screens/end-sessions.ts'),
    office('/account/identities/link', 'features/people/sign-in/screens/link-identity.tsx'),
    office('/account/identities/unlink', 'features/people/sign-in/screens/unlink-identity.ts'),
    office('/account/passkeys', 'features/people/sign-in/screens/add-passkey.ts'),
    office('/account/passkeys/options', 'features/people/sign-in/screens/new-passkey-options.ts'),
    office('/account/passkeys/remove', 'features/people/sign-in/screens/remove-passkey.ts'),
    office('/agency', 'features/people/screens/agency-page.tsx'),
    office('/people', 'features/people/screens/people-page.tsx'),
    office('/people/invite', 'features/people/screens/invite-page.tsx'),
    office('/people/:person', 'features/people/screens/person-page.tsx'),
    office('/people/:person/sign-in', 'features/people/sign-in/screens/person-sign-in.ts'),
    office('/units', 'features/people/screens/units-page.tsx'),
    office('/roster', 'features/people/screens/roster-page.tsx'),
    office('/roster/file', 'features/people/screens/roster-file.ts'),
    office('/sign-in-providers', 'features/people/sign-in/screens/providers-page.tsx'),
    office('/ui', 'ui/screens/ui-page.tsx'),
    office('/permissions', 'features/office/screens/permissions-page.tsx'),
    office('/audit', 'features/office/screens/audit-page.tsx'),
    office('/audit/export', 'features/office/screens/audit-export.ts'),
    office('/mail', 'features/office/screens/mail-list.tsx'),
    office('/mail/:mailId', 'features/office/screens/mail-page.tsx'),
    office('/*', 'features/office/screens/office-missing.ts'),
  ]),
] satisfies RouteConfig
