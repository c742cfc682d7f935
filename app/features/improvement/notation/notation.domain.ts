import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Block, ListItem, RichText, Run } from '../../../kernel/rich-text.ts'
import { type Catalogue, canonicalRef } from '../../catalogue/index.ts'
import { citedCodes, printCodes } from './cited-codes.domain.ts'
import { type NotedLine, type NotedRun, readLines, writeLines } from './notation-lines.domain.ts'

/** Codes without a year are of the home year: that of the results for an analysis, the fiscal year for everything else. */
export type NotationHome = Readonly<{ year: number; catalogue: Catalogue }>
/** Each as `YEAR:CODE`, in the order in which they stand. */
export type UnknownCitation = Readonly<{ code: 'citation.unknown-item'; unknown: readonly string[] }>

/** A text in the notation in which it is typed. `readNotation` gives the same text back. */
export const writeNotation = (text: RichText, home: Readonly<{ year: number }>): string =>
  writeLines(text.flatMap((block) => linesOf(block, home.year)))

/** A typed text as it is kept. Refuses citations of items that the catalogue does not have. */
export function readNotation(text: string, home: NotationHome): Result<RichText, UnknownCitation> {
  const unknown = new Set<string>()
  const lines = readLines(text).map((line) => ({
    ...line,
    runs: line.runs.map((run) => readRun(run, home, unknown)),
  }))
  return unknown.size > 0
    ? err({ code: 'citation.unknown-item', unknown: [...unknown] })
    : ok(blocksOf(lines))
}

function readRun({ text, strong, codes }: NotedRun, home: NotationHome, unknown: Set<string>): Run {
  const run: Run = { text, ...(strong ? { strong } : {}) }
  if (codes === undefined) return run
  const cites = (citedCodes(codes, home.year) ?? []).flatMap(({ year, code }): readonly ItemRef[] => {
    const ref = canonicalRef(home.catalogue, year, code)
    if (ref === null) unknown.add(`${year}:${code}`)
    return ref === null ? [] : [ref]
  })
  return { ...run, cites }
}

type Line = Readonly<{ level: 0 | 1 | 2; ordered: boolean; runs: readonly Run[] }>

/** A list goes on until a paragraph, or an item of the first level that is marked as one of another kind. */
function blocksOf(lines: readonly Line[]): RichText {
  const blocks: (Block | { kind: 'list'; ordered: boolean; items: ListItem[] })[] = []
  for (const { level, ordered, runs } of lines) {
    const last = blocks.at(-1)
    if (level === 0) blocks.push({ kind: 'paragraph', runs })
    else if (last?.kind === 'list' && (last.ordered === ordered || level === 2))
      (last.items as ListItem[]).push({ level, runs })
    else blocks.push({ kind: 'list', ordered, items: [{ level, runs }] })
  }
  return blocks
}

function linesOf(block: Block, homeYear: number): readonly NotedLine[] {
  if (block.kind === 'paragraph')
    return [{ level: 0, ordered: false, runs: block.runs.map((run) => noted(run, homeYear)) }]
  return block.items.map(({ level, runs }) => ({
    level,
    ordered: block.ordered,
    runs: runs.map((run) => noted(run, homeYear)),
  }))
}

function noted({ text, strong, cites = [] }: Run, homeYear: number): NotedRun {
  const run: NotedRun = { text, ...(strong ? { strong } : {}) }
  if (cites.length === 0) return run
  const codes = cites.map((ref) => ({ year: yearOf(ref), code: codeOf(ref) }))
  const isPlain = !/[\r\n]/u.test(text) && sameCodes(citedCodes(text, homeYear) ?? [], codes)
  return { ...run, codes: isPlain ? text : printCodes(codes, homeYear) }
}

type Codes = NonNullable<ReturnType<typeof citedCodes>>
const sameCodes = (a: Codes, b: Codes): boolean =>
  a.length === b.length &&
  a.every(({ year, code }, at) => year === b[at]?.year && code.toLowerCase() === b[at]?.code.toLowerCase())
