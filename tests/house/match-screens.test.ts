import type { RouteConfigEntry } from '@react-router/dev/routes'
import { matchRoutes, type RouteObject } from 'react-router'
import { expect, test } from 'vitest'
import routes from '../../app/routes.ts'
import { screenMatcher } from '../../app/web/match-screens.ts'

const screenOf = ({ id, file, path, index, caseSensitive, children }: RouteConfigEntry): RouteObject => ({
  id: id ?? file,
  ...(path !== undefined && { path }),
  ...(caseSensitive && { caseSensitive }),
  ...(index ? { index } : { children: (children ?? []).map(screenOf) }),
})

const patternsIn = (screens: readonly RouteObject[], above = ''): readonly string[] =>
  screens.flatMap((screen) => {
    const pattern = `${above}/${screen.path ?? ''}`
    return [pattern, ...patternsIn(screen.children ?? [], pattern)]
  })

/** Addresses of a pattern: in both languages, with what may stand for each variable, something behind it, and in capitals. */
function addressesOf(pattern: string): readonly string[] {
  const filled = ['2568', 'new'].map((word) => pattern.replaceAll(/:\w+\??|\*/g, word))
  const spelled = filled.flatMap((path) => [path.replace('en?', 'en'), path.replace('en?/', '')])
  return spelled
    .map((path) => path.replaceAll(/\/+/g, '/'))
    .flatMap((path) => [path, `${path}/more`, path.toUpperCase()])
}

test('every address of every screen is answered by the screen that the library finds in the whole tree', async () => {
  const tree = [{ id: 'root', path: '', children: (await routes).map(screenOf) }]
  const match = screenMatcher(tree)
  const addresses = [...new Set(patternsIn(tree).flatMap(addressesOf))]
  expect(addresses.length).toBeGreaterThan(1000)
  const told = (matches: ReturnType<typeof matchRoutes>) =>
    matches?.map(({ route, params }) => [route.id, params]) ?? null
  for (const address of addresses)
    expect([address, told(match(address))]).toEqual([address, told(matchRoutes(tree, address))])
})
