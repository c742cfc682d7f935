import { matchRoutes, type RouteObject } from 'react-router'
import { expect, test } from 'vitest'
import { screenMatcher } from './match-screens.ts'

const one = { caseSensitive: true }
const TREE: RouteObject[] = [
  {
    id: 'root',
    children: [
      { id: 'home', index: true },
      { id: 'home-en', path: 'en', ...one },
      { id: 'office', path: 'en?/office', ...one },
      {
        id: 'frame',
        children: [
          { id: 'measures', path: 'en?/office/measures', ...one },
          { id: 'measure', path: 'en?/office/measures/:id', ...one },
          { id: 'new-measure', path: 'en?/office/measures/new', ...one },
          { id: 'of-office', path: 'en?/office/:any/sheet', ...one },
        ],
      },
      { id: 'year', path: 'en?/reports/:year', ...one },
      { id: 'files', path: 'reports/:year/files/:file', ...one },
      { id: 'optional', path: 'guide/:page?', ...one },
      { id: 'any-case', path: 'Contact/us' },
      { id: 'splat', path: 'files/*', ...one },
      { id: 'page', path: 'en?/:slug', ...one },
      { id: 'missing', path: '*' },
    ],
  },
]

const ADDRESSES = [
  '/',
  '/en',
  '/en/',
  '/EN',
  '/office',
  '/en/office',
  '/office/',
  '/office/measures',
  '/en/office/measures/new',
  '/office/measures/12',
  '/office/Measures/12',
  '/office/units/sheet',
  '/office/measures/sheet',
  '/office/none',
  '/reports/2567',
  '/en/reports/2567',
  '/reports/2567/files/a.pdf',
  '/en/reports/2567/files/a.pdf',
  '/reports',
  '/guide',
  '/guide/a',
  '/guide/a/b',
  '/contact/us',
  '/en/contact/us',
  '/files',
  '/files/a/b/c',
  '/news',
  '/en/news',
  '/news/a',
  '/%6Fffice/measures',
  '/office%2Fmeasures',
  '//office//measures',
  '/office\\measures',
  '/en/en/office',
  '/หน้า',
  '/constructor/prototype',
]

test('every address meets the route that it meets in the whole tree', () => {
  const match = screenMatcher(TREE)
  const told = (matches: ReturnType<typeof matchRoutes>) =>
    matches?.map(({ route, params, pathname }) => [route.id, params, pathname]) ?? null
  for (const address of ADDRESSES)
    expect([address, told(match(address))]).toEqual([address, told(matchRoutes(TREE, address))])
})
