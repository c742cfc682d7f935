import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every screen of the platform, by address. Look here first. English pages answer under /en. */
export default [
  index('features/site/screens/home-page.tsx'),
  route('en', 'features/site/screens/home-page.tsx', { id: 'home-en' }),
  route('en?/reports/:year', 'features/reports/screens/report-page.tsx'),
  route('en?/reports/:year/issues/:issue', 'features/reports/screens/issue-page.tsx'),
  route('reports/:year/files/:file', 'features/reports/screens/report-file.ts'),
  route('en?/oit/:year/:code', 'features/disclosure/screens/disclosure-item-page.tsx'),
  route('office/ui', 'ui/screens/ui-page.tsx'),
] satisfies RouteConfig
