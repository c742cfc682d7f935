import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { boundedMarkdown } from './markdown-bounds.domain.ts'

const EXTENSIONS = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }

/** The tree of a body: Markdown with tables. HTML in it is a node of its own, which is shown as the text it is. */
export const pageTree = (markdown: string): Root => fromMarkdown(boundedMarkdown(markdown), EXTENSIONS)

/** Where a page may lead: the web, mail, telephone, and addresses of this site. Null for every other scheme. */
export function leadsTo(address: string): string | null {
  if (/^(?:\/(?![/\\])|#)[^\s\\\p{Cc}]*$/u.test(address)) return address
  if (/^(?:mailto|tel):[^\s\p{Cc}]+$/iu.test(address)) return address
  return /^https?:\/\//iu.test(address) && URL.canParse(address) ? address : null
}

/** The words of a body without its signs, for search and previews. */
export function plainWords(markdown: string): string {
  const words: string[] = []
  const open: unknown[] = [pageTree(markdown)]
  while (open.length > 0) {
    const node = open.pop() as { type: string; value?: string; alt?: string | null; children?: unknown[] }
    if (node.children) open.push(...node.children.toReversed())
    else if (node.type !== 'definition') words.push(node.value ?? node.alt ?? '')
  }
  return words.join(' ').replace(/\s+/gu, ' ').trim()
}
