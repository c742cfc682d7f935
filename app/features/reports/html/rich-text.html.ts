import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Block, ListItem, RichText, Run } from '../../../kernel/rich-text.ts'
import { type Markup, markup } from './markup.ts'

/** Where a citation leads: to the meaning of its items. */
export type CitationLink = (refs: readonly ItemRef[]) => string
export type TextStyle = Readonly<{ citation: CitationLink }>

/** Text of a report as HTML. */
export const richText = (text: RichText, style: TextStyle): Markup =>
  markup`${text.map((block) => blockMarkup(block, style))}`

function blockMarkup(block: Block, style: TextStyle): Markup {
  if (block.kind === 'paragraph') return markup`<p>${runsMarkup(block.runs, style)}</p>`
  const items = block.items.map((item) => itemMarkup(item, style))
  return block.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`
}

const itemMarkup = (item: ListItem, style: TextStyle): Markup =>
  item.level === 2
    ? markup`<li class="level-2">${runsMarkup(item.runs, style)}</li>`
    : markup`<li>${runsMarkup(item.runs, style)}</li>`

export const runsMarkup = (runs: readonly Run[], style: TextStyle): Markup =>
  markup`${runs.map((run) => runMarkup(run, style))}`

function runMarkup(run: Run, style: TextStyle): Markup {
  const body = run.strong ? markup`<strong>${run.text}</strong>` : markup`${run.text}`
  if (!run.cites || run.cites.length === 0) return body
  return markup`<a class="cite" href="${style.citation(run.cites)}">${body}</a>`
}
