import { index, type RouteConfig, route } from '@react-router/dev/routes'

// An address has one spelling, capitals included.
const one = { caseSensitive: true }

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
  route('office/ui', 'ui/screens/ui-page.tsx', one),
] satisfies RouteConfig
