import { elementsOf } from '../people/forms.ts'
import { MARK, markOf } from '../people/mark.ts'
import type { FuzzRequest } from './draft.ts'
import type { RawAnswer } from './raw.ts'

export type JudgeOptions = Readonly<{
  /** Folders of the machine of which nothing may be told. */
  folders: readonly string[]
  /** Words of each agency that stand nowhere else, by host. */
  secrets: ReadonlyMap<string, readonly string[]>
  longestMs: number
}>

/** A way in which the inside of a program shows. */
const INSIDE = [
  /\n\s+at [^\n]{1,200}\((?:file:|node:|\/)/,
  /node_modules|\/build\/server\/|postgres(?:ql)?:\/\//,
  /duplicate key value|violates (?:foreign|check|unique|not-null)|syntax error at or near|invalid input syntax|relation "|column "[a-z_]+" does not/i,
  /TypeError:|RangeError:|SyntaxError:|ReferenceError:|ECONNREFUSED|ENOENT|EACCES/,
]
/** Declared: not now, and no room. */
const DECLARED = new Set([503, 507])
const SECURITY = ['content-security-policy', 'x-content-type-options', 'referrer-policy']

/** What is wrong with an answer, a sentence each; nothing when it is as it must be. */
export function judge(
  sent: FuzzRequest,
  answer: RawAnswer | 'silence',
  options: JudgeOptions,
): readonly string[] {
  if (answer === 'silence') return sent.isBroken ? [] : [`no answer within ${options.longestMs} ms`]
  const { status, headers, ms } = answer
  if (status === 0) return sent.isBroken ? [] : ['the connection ended without an answer']
  const body = answer.body.toString('utf8')
  return [
    ...(status >= 500 && !DECLARED.has(status) ? [`answers ${status}`] : []),
    ...(ms > options.longestMs ? [`took ${Math.round(ms)} ms`] : []),
    ...insideOf(body, options.folders),
    ...foreignIn(sent, body, options),
    ...headerFaults(sent, answer),
    ...madeUp(headers.get('content-type') ?? '', body),
  ]
}

function insideOf(body: string, folders: readonly string[]): readonly string[] {
  const shown = [
    ...INSIDE.flatMap((pattern) => pattern.exec(body)?.[0] ?? []),
    ...folders.filter((folder) => body.includes(folder)),
  ]
  return shown.map((words) => `tells of the inside: ${words.slice(0, 120)}`)
}

/** An agency's text at another: unless it was sent with this very request. */
function foreignIn(
  { who, path, headers, body: sent }: FuzzRequest,
  body: string,
  { secrets }: JudgeOptions,
): readonly string[] {
  // Who names another host asks the other agency.
  if (headers.some(([name]) => name.toLowerCase().trim() === 'host')) return []
  const asked = `${path} ${sent.toString('utf8')}`
  return [...secrets]
    .filter(([host]) => host !== who.host)
    .flatMap(([host, words]) => [markOf(host.split('.')[0] ?? ''), ...words])
    .filter((word) => body.includes(word) && !asked.includes(word))
    .map((word) => `tells ${who.host} of another agency: ${word}`)
}

function headerFaults(
  { isBroken, who }: FuzzRequest,
  { status, headers, body }: RawAnswer,
): readonly string[] {
  const isEmpty = body.length === 0
  const location = headers.get('location')
  const isOwn =
    location === undefined || /^\/(?![/\\])/.test(location) || location.startsWith(`https://${who.host}/`)
  return [
    // The parser of Node answers these itself, without a word.
    ...(status === 304 || ([400, 408, 413, 417, 431].includes(status) && (isBroken || isEmpty))
      ? []
      : SECURITY.filter((name) => !headers.has(name)).map((name) => `has no ${name}`)),
    ...(headers.has(`x-${MARK}`) ? ['a header was made out of a text'] : []),
    ...(isOwn ? [] : [`leads to ${location}`]),
  ]
}

/** Elements, attributes and formulas that came of a text. */
function madeUp(type: string, body: string): readonly string[] {
  if (type.startsWith('text/csv'))
    return new RegExp(`(^|[\\n,])"?[\\t ]*[=+@-]${MARK}`).test(body) ? ['a cell begins as a formula'] : []
  if (!type.startsWith('text/html') || !body.includes(MARK)) return []
  return elementsOf(body).flatMap(({ name, attribs }) => [
    ...(name === MARK ? ['a text became an element'] : []),
    ...Object.keys(attribs)
      .filter((attribute) => attribute.includes(MARK))
      .map(() => `a text became an attribute of ${name}`),
    ...(name !== 'link' &&
    /^(javascript|data|vbscript):/i.test((attribs.href ?? attribs.src ?? attribs.action ?? '').trim())
      ? [`a text became a link that runs: ${name}`]
      : []),
  ])
}
