import { type ItemRef, itemRef } from '../../app/kernel/item-ref.ts'
import type { Block, ListItem, RichText, Run } from '../../app/kernel/rich-text.ts'

/**
 * A citation as the example file lists it: what stands in the parentheses, the code or range in it, and the codes of one
 * framework year that it stands for.
 */
export type CitationMark = Readonly<{
  written: string
  cited: string
  year: number
  codes: readonly string[]
}>

/** Rich text from lines with `**strong**` and "- " items, with the citations marked in the order of the list. */
export function markedText(markdown: string, citations: readonly CitationMark[] = []): RichText {
  const waiting = [...citations]
  const blocks: Block[] = []
  let items: ListItem[] = []
  const closeList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', ordered: false, items })
    items = []
  }
  let strong = false
  for (const line of markdown.split('\n')) {
    const [runs, strongAfter] = readRuns(line.replace(/^- /, ''), strong, waiting)
    strong = strongAfter
    if (line.startsWith('- ')) {
      items.push({ level: 1, runs })
    } else {
      closeList()
      blocks.push({ kind: 'paragraph', runs })
    }
  }
  closeList()
  return blocks
}

function readRuns(line: string, strongBefore: boolean, waiting: CitationMark[]): [Run[], boolean] {
  let strong = strongBefore
  const runs = line.split('**').flatMap((part, index) => {
    if (index > 0) strong = !strong
    return markCitations(part, strong, waiting)
  })
  return [runs, strong]
}

function markCitations(text: string, strong: boolean, waiting: CitationMark[]): Run[] {
  const runs: Run[] = []
  let rest = text
  while (waiting.length > 0) {
    const mark = waiting[0]!
    const opens = rest.indexOf(`(${mark.written})`)
    if (opens < 0) break
    waiting.shift()
    const at = opens + 1 + mark.written.indexOf(mark.cited)
    runs.push(...aRun(rest.slice(0, at), strong))
    const cites: ItemRef[] = mark.codes.map((code) => itemRef(mark.year, code))
    runs.push(...aRun(mark.cited, strong).map((run) => ({ ...run, cites })))
    rest = rest.slice(at + mark.cited.length)
  }
  return [...runs, ...aRun(rest, strong)]
}

const aRun = (text: string, strong: boolean): Run[] =>
  text === '' ? [] : [strong ? { text, strong: true } : { text }]
