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
  route('calendar/:secret', 'features/improvement/screens/calendar.ts', one),
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
    office('/cycles', 'features/improvement/screens/cycles-page.tsx'),
    office('/cycles/copy', 'features/improvement/screens/copy-cycle-page.tsx'),
    office('/cycles/:year', 'features/office/screens/year-overview.tsx'),
    office('/cycles/:year/report-data', 'features/improvement/screens/report-data-page.tsx'),
    office('/cycles/:year/report', 'features/reports/screens/working-report-page.tsx'),
    office('/cycles/:year/report/:file', 'features/reports/screens/working-report-file.ts'),
    office('/cycles/:year/measures', 'features/improvement/screens/measure-register.tsx'),
    office('/cycles/:year/sheet', 'features/improvement/screens/measure-sheet-page.tsx'),
    office('/cycles/:year/sheet/:file', 'features/improvement/screens/measure-sheet-file.ts'),
    office('/cycles/:year/issues/add', 'features/improvement/screens/add-issue-page.tsx'),
    office('/issues/:issueId', 'features/improvement/screens/issue-work-page.tsx'),
    office('/issues/:issueId/history', 'features/improvement/screens/issue-history-page.tsx'),
    office('/issues/:issueId/measures', 'features/improvement/screens/measure-table-page.tsx'),
    office('/issues/:issueId/measures/save', 'features/improvement/screens/measure-table-save.ts'),
    office('/issues/:issueId/outcomes/add', 'features/improvement/screens/add-outcome-page.tsx'),
    office('/outcomes/:outcomeId', 'features/improvement/screens/outcome-page.tsx'),
    office('/citations', 'features/improvement/screens/citations.ts'),
    office('/measures/:measureId', 'features/improvement/screens/measure-page.tsx'),
    office('/measures/:measureId/edit', 'features/improvement/screens/measure-edit-page.tsx'),
    office('/measures/:measureId/history', 'features/improvement/screens/measure-history-page.tsx'),
    office('/evidence', 'features/evidence/screens/evidence-list.tsx'),
    office('/evidence/add', 'features/evidence/screens/evidence-add-page.tsx'),
    office('/evidence/files', 'features/evidence/screens/evidence-files.tsx'),
    office('/evidence/offers', 'features/evidence/screens/evidence-offers.ts'),
    office('/evidence/:evidenceId', 'features/evidence/screens/evidence-page.tsx'),
    office('/evidence/:evidenceId/files/:number', 'features/evidence/screens/evidence-file.tsx'),
    office('/scores', 'features/assessments/screens/scores-page.tsx'),
    office('/notices', 'features/people/screens/notices-page.tsx'),
    office('/account/reminders', 'features/people/screens/reminders-page.tsx'),
    office('/drafts', 'features/people/screens/drafts-page.tsx'),
    office('/drafts/keep', 'features/people/screens/drafts-keep.ts'),
    office('/search', 'features/office/screens/search-page.tsx'),
    office('/search/offers', 'features/office/screens/search-offers.ts'),
    office('/shortcuts', 'features/office/screens/shortcuts-page.tsx'),
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
