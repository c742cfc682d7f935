import { citedCodes } from './cited-codes.domain.ts'

/**
 * The notation in which a text with structure is typed and sent, line by line: the importers' (`**strong**`, `- ` and `  - `
 * for lists, `-# ` for numbered ones) with `[[i1-i6]]` or `[[2567:o8|as written]]` for a citation. A backslash takes the
 * meaning from the sign after it. Nothing is looked up here, so the editor in the browser reads the same.
 */
export type NotedRun = Readonly<{
  text: string
  strong?: true
  /** The codes of a citation as they stand between its brackets; `text` is then what the reader sees. */
  codes?: string
}>
export type NotedLine = Readonly<{ level: 0 | 1 | 2; ordered: boolean; runs: readonly NotedRun[] }>

const STRONG = '**'
const LIST = /^(\s*)-(#?) (.*)$/su
const TOKENS = /\\[\\*[-]|\*\*|\[\[(?:\\.|[^\][\\])+\]\]|[^\\*[]+|[\\*[]/gsu
const CITATION = /^\[\[((?:\\.|[^\][\\|])+)(?:\|((?:\\.|[^\][\\])*))?\]\]$/su
// Whether codes are well formed does not depend on the year they belong to.
const ANY_YEAR = 2500

/** Lines that say something, in order. */
export function readLines(text: string): readonly NotedLine[] {
  return text
    .split(/\r\n?|\n/u)
    .map(readLine)
    .filter(({ runs }) => runs.length > 0)
}

function readLine(line: string): NotedLine {
  const [, indent = '', sign, rest = ''] = LIST.exec(line) ?? []
  if (sign === undefined) return { level: 0, ordered: false, runs: readRuns(line.trim()) }
  const level = indent.replaceAll('\t', '  ').length >= 2 ? 2 : 1
  return { level, ordered: sign === '#', runs: readRuns(rest.trim()) }
}

/** Marks that do not pair up are text, and so are brackets that hold no codes. */
function readRuns(line: string): readonly NotedRun[] {
  const tokens = line.match(TOKENS) ?? []
  const marks = tokens.filter((token) => token === STRONG).length
  let left = marks - (marks % 2)
  let isStrong = false
  const runs: NotedRun[] = []
  for (const token of tokens) {
    if (token === STRONG && left > 0) {
      isStrong = !isStrong
      left -= 1
      continue
    }
    const citation = readCitation(token)
    const strong = isStrong ? { strong: true as const } : {}
    if (citation) runs.push({ ...citation, ...strong })
    else addText(runs, { text: token.length === 2 && token[0] === '\\' ? token.slice(1) : token, ...strong })
  }
  return runs
}

function addText(runs: NotedRun[], run: NotedRun): void {
  const last = runs.at(-1)
  if (last && last.codes === undefined && last.strong === run.strong)
    runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else runs.push(run)
}

function readCitation(token: string): NotedRun | null {
  if (!token.startsWith('[[')) return null
  const [, inside = '', shown = ''] = CITATION.exec(token) ?? []
  const codes = inside.trim()
  if (citedCodes(codes, ANY_YEAR) === null) return null
  return { text: shown === '' ? codes : shown.replace(/\\(.)/gsu, '$1'), codes }
}

/** The notation of lines, which `readLines` reads as the same; paragraphs stand apart. */
export function writeLines(lines: readonly NotedLine[]): string {
  return lines
    .map((line, at) => {
      const before = lines[at - 1]
      const isApart = before !== undefined && (line.level === 0 || before.level === 0)
      return `${before === undefined ? '' : isApart ? '\n\n' : '\n'}${writeLine(line)}`
    })
    .join('')
}

function writeLine({ level, ordered, runs }: NotedLine): string {
  const written = writeRuns(runs).trim()
  if (level > 0) return `${level === 2 ? '  ' : ''}-${ordered ? '#' : ''} ${written}`
  return LIST.test(`${written} `) ? `\\${written}` : written
}

function writeRuns(runs: readonly NotedRun[]): string {
  let isStrong = false
  const pieces = runs.flatMap((run) => {
    const turn = Boolean(run.strong) === isStrong ? [] : [STRONG]
    isStrong = Boolean(run.strong)
    const text = run.text.replace(/[\r\n]+/gu, ' ')
    return [...turn, run.codes === undefined ? escaped(text) : writeCitation(run.codes, text)]
  })
  return pieces.join('') + (isStrong ? STRONG : '')
}

// A bracket is escaped only where another stands, or may stand, after it.
const escaped = (text: string): string => text.replace(/[\\*]|\[(?=\[|$)/gu, '\\$&')

const writeCitation = (codes: string, text: string): string =>
  codes === text ? `[[${codes}]]` : `[[${codes}|${text.replace(/[\\[\]|]/gu, '\\$&')}]]`
