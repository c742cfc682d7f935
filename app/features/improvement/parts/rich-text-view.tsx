import type { ReactNode } from 'react'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { type Block, type ListItem, plainText, type RichText, type Run } from '../../../kernel/rich-text.ts'
import { spokenIn } from './worded.tsx'

/** Where a citation leads on the page. */
export type CitationAddress = (refs: readonly ItemRef[]) => string

type RichTextViewProps = Readonly<{
  text: RichText
  /** Makes links of citations; without it they are words. */
  marks?: CitationAddress
}>

/** A text with structure, to read. Item texts stay as they were written; nothing of them is markup. */
export function RichTextView({ text, marks }: RichTextViewProps) {
  return (
    <div className="rich-text" lang={spokenIn(plainText(text))}>
      {text.map((block, at) => blockOf(block, at, marks))}
    </div>
  )
}

function blockOf(block: Block, at: number, marks?: CitationAddress): ReactNode {
  if (block.kind === 'paragraph') return <p key={at}>{runsOf(block.runs, marks)}</p>
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List key={at}>
      {nested(block.items).map(({ item, below }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is only read keeps its order
        <li key={index} className={item === null ? 'bare' : undefined}>
          {item !== null && runsOf(item.runs, marks)}
          {below.length > 0 && (
            <List>
              {below.map(({ runs }, under) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <li key={under}>{runsOf(runs, marks)}</li>
              ))}
            </List>
          )}
        </li>
      ))}
    </List>
  )
}

type Nested = { item: ListItem | null; below: ListItem[] }

/** Items of the second level under the one before them; under nothing where a list begins with them. */
function nested(items: readonly ListItem[]): readonly Nested[] {
  const out: Nested[] = []
  for (const item of items) {
    const above = out.at(-1)
    if (item.level === 1) out.push({ item, below: [] })
    else if (above) above.below.push(item)
    else out.push({ item: null, below: [item] })
  }
  return out
}

const runsOf = (runs: readonly Run[], marks?: CitationAddress): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  runs.map((run, at) => <RunView key={at} run={run} marks={marks} />)

function RunView({ run, marks }: Readonly<{ run: Run; marks: CitationAddress | undefined }>) {
  const shown = run.strong ? <strong>{run.text}</strong> : run.text
  const { cites = [] } = run
  if (cites.length === 0) return shown
  const told = { className: 'citation-mark', 'data-cites': cites.join(' '), title: cites.join(' ') }
  return marks ? (
    <a {...told} href={marks(cites)}>
      {shown}
    </a>
  ) : (
    <span {...told}>{shown}</span>
  )
}
