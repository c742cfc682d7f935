/** What an address as it came over the wire is: written as it should be, written otherwise, or no address at all. */
export type Target =
  | Readonly<{ kind: 'canonical'; pathname: string }>
  | Readonly<{ kind: 'elsewhere'; address: string }>
  | Readonly<{ kind: 'unreadable' }>

const UNRESERVED = /[A-Za-z0-9\-._~]/
/** Most of a path that is looked at: nothing published is longer. */
const LONGEST_PATH = 2_000

/**
 * The one spelling of a path, by RFC 3986 section 6.2.2: dot segments resolved, letters that need no percent sign
 * written plainly, hexadecimal in capitals, and of ours no empty segment and no slash at the end. So that a page has one
 * address, one place in the memory of pages, and a redirect never leads to another host (`//host`). Unreadable are a
 * percent sign that encodes no UTF-8, control characters, paths that are too long, and the framework's second address of
 * every page (`.data`): no page of ours asks for it, and under it the page would be met past the door of its own address.
 */
export function readTarget(pathname: string, search: string): Target {
  if (pathname.length > LONGEST_PATH) return { kind: 'unreadable' }
  const decoded = decode(pathname)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (decoded === null || /[\u0000-\u001f\u007f]|\.data\/*$/.test(decoded)) return { kind: 'unreadable' }
  const plain = resolveDots(pathname).replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return UNRESERVED.test(character) ? character : code.toUpperCase()
  })
  const canonical = plain.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  return canonical === pathname
    ? { kind: 'canonical', pathname }
    : { kind: 'elsewhere', address: canonical + search }
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

// The parser of the platform also turns backslashes into slashes, as browsers do.
const resolveDots = (pathname: string): string => new URL(`http://localhost${pathname}`).pathname
