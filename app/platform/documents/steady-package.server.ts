import { strFromU8, strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate'
import { steadyFonts } from './embedded-fonts.server.ts'

/** The first moment that a ZIP entry can carry, in local time because entries know no zone. */
const fixedTime = () => new Date(1980, 0, 1)
const FONT_TABLE = 'word/fontTable.xml'

/**
 * The same Office package with everything taken out that differs from one writing to the next: entry times, the times of
 * creation and change, identifiers drawn at random or counted over the life of the process. The same content then has the
 * same bytes, in every time zone, and a hash of them says something.
 */
export function steadyPackage(bytes: Uint8Array): Uint8Array {
  const entries = Object.entries(withSteadyFonts(unzipSync(bytes)))
  const steady: Zippable = {}
  const mtime = fixedTime()
  for (const [path, content] of entries.sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1)))
    steady[path] = [steadyPart(path, content), { mtime, level: path.endsWith('.png') ? 0 : 6 }]
  return zipSync(steady)
}

function withSteadyFonts(parts: Unzipped): Unzipped {
  const paths = Object.keys(parts).filter((path) => path.startsWith('word/fonts/'))
  const table = parts[FONT_TABLE]
  if (table === undefined || paths.length === 0) return parts
  const inOrder = paths.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const steady = steadyFonts({
    table: strFromU8(table),
    fonts: inOrder.map((path) => parts[path] ?? new Uint8Array()),
  })
  const fonts = inOrder.map((path, index) => [path, steady.fonts[index] ?? new Uint8Array()] as const)
  return { ...parts, ...Object.fromEntries(fonts), [FONT_TABLE]: strToU8(steady.table) }
}

/** Readers that look no further than the first entry expect the content types there. */
const order = (path: string) => (path === '[Content_Types].xml' ? 0 : 1)

function steadyPart(path: string, content: Uint8Array): Uint8Array {
  if (path === 'docProps/core.xml') return strToU8(withoutTimes(strFromU8(content)))
  if (/^word\/[^/]+\.xml$/.test(path)) return strToU8(renumbered(strFromU8(content)))
  return content
}

const withoutTimes = (xml: string) =>
  xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')

/** Bookmarks, and the names of those that a table of contents points to, counted from 1 in the order of the text. */
function renumbered(xml: string): string {
  const ids = numbersOf()
  const names = numbersOf()
  return xml
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]*)"/g,
      (_, start: string, id: string) => `${start}${ids(id)}"`,
    )
    .replace(/\b_Toc(\d+)\b/g, (_, id: string) => `_Toc${names(id)}`)
}

function numbersOf(): (id: string) => number {
  const numbers = new Map<string, number>()
  return (id) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
}
