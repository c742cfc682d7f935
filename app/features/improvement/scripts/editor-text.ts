import { Fragment, type Node, Slice } from 'prosemirror-model'
import type { NotedLine, NotedRun } from '../notation/notation-lines.domain.ts'
import { schema } from './editor-schema.ts'

const { nodes, marks } = schema

/** Lines of the notation as a document of the editor. */
export function documentOf(lines: readonly NotedLine[]): Node {
  const blocks: Node[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as NotedLine
    if (line.level === 0) {
      blocks.push(paragraph(line.runs))
      at += 1
      continue
    }
    const items: NotedLine[] = []
    // A list goes on until a paragraph, or an item of the first level of another kind.
    while (at < lines.length && isWith(line, lines[at] as NotedLine)) items.push(lines[at++] as NotedLine)
    blocks.push(listOf(items, line.ordered))
  }
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [paragraph([])])
}

const isWith = (first: NotedLine, line: NotedLine): boolean =>
  line.level === 2 || (line.level === 1 && line.ordered === first.ordered)

function listOf(items: readonly NotedLine[], ordered: boolean): Node {
  const type = ordered ? nodes.ordered_list : nodes.bullet_list
  const groups: { head: Node; below: Node[] }[] = []
  for (const { level, runs } of items) {
    const last = groups.at(-1)
    if (level === 1) groups.push({ head: paragraph(runs), below: [] })
    else if (last) last.below.push(nodes.list_item.create(null, [paragraph(runs)]))
    else groups.push({ head: paragraph([]), below: [nodes.list_item.create(null, [paragraph(runs)])] })
  }
  return type.create(
    null,
    groups.map(({ head, below }) =>
      nodes.list_item.create(null, below.length > 0 ? [head, type.create(null, below)] : [head]),
    ),
  )
}

const paragraph = (runs: readonly NotedRun[]): Node => nodes.paragraph.create(null, runs.flatMap(inline))

function inline({ text, strong, codes }: NotedRun): readonly Node[] {
  const marked = strong ? [marks.strong.create()] : []
  if (codes !== undefined) return [nodes.citation.create({ codes, text }, null, marked)]
  return text === '' ? [] : [schema.text(text, marked)]
}

/** A document of the editor as lines of the notation, those that say nothing left out. Lists deeper than two are two deep. */
export function linesOf(doc: Node): readonly NotedLine[] {
  const lines: NotedLine[] = []
  const add = (block: Node, level: 0 | 1 | 2, ordered: boolean): void => {
    if (block.type === nodes.paragraph) {
      const runs = runsOf(block)
      if (runs.some(({ text }) => text.trim() !== '')) lines.push({ level, ordered, runs })
      return
    }
    const isOrdered = level === 0 ? block.type === nodes.ordered_list : ordered
    block.forEach((item) => {
      item.forEach((child) => {
        const deeper = level === 0 ? 1 : 2
        add(child, child.type === nodes.paragraph ? deeper : 1, isOrdered)
      })
    })
  }
  doc.forEach((block) => {
    add(block, 0, false)
  })
  return lines
}

function runsOf(block: Node): readonly NotedRun[] {
  const runs: NotedRun[] = []
  block.forEach((node) => {
    const strong = marks.strong.isInSet(node.marks) ? { strong: true as const } : {}
    if (node.type === nodes.citation) runs.push({ text: node.attrs.text, codes: node.attrs.codes, ...strong })
    else if (node.text) runs.push({ text: node.text, ...strong })
  })
  return runs
}

const BULLET = /^[·•\uf0b7§]\s*/u

/** What was pasted, with paragraphs that a word processor only made to look like a list as a list. */
export function withPastedLists(slice: Slice): Slice {
  const blocks: Node[] = []
  let items: Node[] = []
  const close = () => {
    if (items.length > 0) blocks.push(nodes.bullet_list.create(null, items))
    items = []
  }
  slice.content.forEach((block) => {
    const lead = block.type === nodes.paragraph ? BULLET.exec(block.textContent)?.[0] : undefined
    if (lead === undefined) {
      close()
      blocks.push(block)
    } else items.push(nodes.list_item.create(null, [block.cut(lead.length)]))
  })
  close()
  if (!blocks.some(({ type }, at) => type !== slice.content.maybeChild(at)?.type)) return slice
  return Slice.maxOpen(Fragment.from(blocks))
}
