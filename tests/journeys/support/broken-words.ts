import type { Page } from '@playwright/test'
import { atomsOf } from '../../../app/kernel/thai-words.ts'

const THAI = /\p{Script=Thai}/u
/** Longer ones may be wider than a phone; the browser breaks them where it must. */
const LONGEST = 24

/** How often a page may change while it is read. */
const READINGS = 5

/** Thai words of a page, as it is laid out now, that stand on two lines. */
export async function brokenWords(page: Page): Promise<readonly string[]> {
  for (let reading = 0; reading < READINGS; reading += 1) {
    const texts = await page.evaluate(textsOfPage)
    const broken = await page.evaluate(onTwoLines, { texts, words: texts.map(wordsOf) })
    if (broken !== 'changed') return broken
  }
  throw new Error(`the texts of ${page.url()} changed each time they were read`)
}

function wordsOf(text: string): readonly { start: number; end: number }[] {
  let start = 0
  return atomsOf(text).flatMap((atom) => {
    const range = { start, end: start + atom.length }
    start = range.end
    return THAI.test(atom) && !/\s/u.test(atom) && atom.length <= LONGEST ? [range] : []
  })
}

/** Runs in the page: the texts of all nodes, in the order in which `onTwoLines` meets them. */
function textsOfPage(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
  return texts
}

/**
 * Runs in the page. A script may say something between the two readings (that a draft is kept, say): the places of words
 * are then those of another text, and the page is read again.
 */
function onTwoLines(read: {
  texts: readonly string[]
  words: readonly (readonly { start: number; end: number }[])[]
}): string[] | 'changed' {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const nodes: Node[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  const isSame =
    nodes.length === read.texts.length && nodes.every((node, at) => node.nodeValue === read.texts[at])
  if (!isSame) return 'changed'
  const broken: string[] = []
  for (const [index, node] of nodes.entries()) {
    const parent = node.parentElement
    // In an editor stands what somebody types, without marks of ours; as in a text area, the browser breaks it.
    if (!parent?.checkVisibility() || parent.closest('svg, .visually-hidden, [contenteditable]')) continue
    for (const { start, end } of read.words[index] ?? []) {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      const rows = [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map(({ top }) => Math.round(top))
      if (rows.some((top) => Math.abs(top - (rows[0] ?? 0)) > 4)) broken.push(range.toString())
    }
  }
  return broken
}
