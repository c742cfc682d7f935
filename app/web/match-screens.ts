import { matchRoutes, type RouteObject } from 'react-router'

export type ScreenMatches = ReturnType<typeof matchRoutes>

/** The words with which every address of a route begins, two at most; the sign of the language is none of them. */
type Beginning = readonly string[]

/**
 * `matchRoutes` for a tree that does not change. The library takes the whole tree apart anew for each address, which with all
 * screens of the platform takes longer than many a screen itself; here it gets those routes alone that begin as the address
 * does. The answers are the same.
 */
export function screenMatcher(tree: readonly RouteObject[]): (pathname: string) => ScreenMatches {
  const whole = [...tree]
  const parts = new Map(beginningsIn(tree).map((words) => [words.join('/'), thoseBeginningWith(words, tree)]))
  const others = thoseBeginningWith([], tree)
  return (pathname) => {
    // The library reads these in its own way.
    if (/[%\\]|\/\//.test(pathname)) return matchRoutes(whole, pathname)
    const [first = '', second = ''] = wordsOf(pathname)
    return matchRoutes(parts.get(`${first}/${second}`) ?? parts.get(first) ?? others, pathname)
  }
}

/** Of an address or a pattern. */
const wordsOf = (path: string): readonly string[] => {
  const words = path.split('/').filter((word) => word !== '')
  return words[0] === 'en' || words[0] === 'en?' ? words.slice(1) : words
}

const isFixed = (word: string): boolean => !/[:*?]/.test(word)

function beginningOf(pattern: string): Beginning {
  const words = wordsOf(pattern)
  const variable = words.findIndex((word) => !isFixed(word))
  return words.slice(0, variable < 0 ? 2 : Math.min(variable, 2))
}

/** A route that takes other spellings, too, begins with nothing that is fixed. */
const patternOf = (route: RouteObject, above: string): string =>
  !route.path || route.caseSensitive ? `${above}/${route.path ?? ''}` : `${above}/:any`

function beginningsIn(routes: readonly RouteObject[], above = ''): readonly Beginning[] {
  return routes.flatMap((route) => {
    const pattern = patternOf(route, above)
    return [beginningOf(pattern), ...beginningsIn(route.children ?? [], pattern)]
  })
}

/** The tree with the routes that may answer an address that begins so, and those above them. */
function thoseBeginningWith(words: Beginning, routes: readonly RouteObject[], above = ''): RouteObject[] {
  return routes.flatMap((route) => {
    const pattern = patternOf(route, above)
    const children = thoseBeginningWith(words, route.children ?? [], pattern)
    const mayAnswer = beginningOf(pattern).every((word, index) => word === words[index])
    if (!mayAnswer && children.length === 0) return []
    return [route.index ? route : { ...route, children }]
  })
}
