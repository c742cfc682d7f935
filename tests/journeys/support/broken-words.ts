import type { Page } from '@playwright/test'
import { atomsOf } from '../../../app/kernel/thai-words.ts'

const THAI = /\p{Script=Thai}/u
/** Longer ones may be wider than a phone; the browser breaks them where it must. */
const LONGEST = 24

/** Thai words of a page, as it is laid out now, that stand on two lines. */
export async function brokenWords(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(visibleTexts)
  const words = texts.map((text) => {
    let start = 0
    return atomsOf(text).flatMap((atom) => {
      const range = { start, end: start + atom.length }
      start = range.end
      return THAI.test(atom) && !/\s/u.test(atom) && atom.length <= LONGEST ? [range] : []
    })
  })
  return page.evaluate(onTwoLines, words)
}

/** Runs in the page: the texts of all nodes that are shown, in the order in which `onTwoLines` meets them. */
function visibleTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
  return texts
}

/** Runs in the page. */
function onTwoLines(words: readonly (readonly { start: number; end: number }[])[]): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const broken: string[] = []
  for (let index = 0; walker.nextNode(); index += 1) {
    const node = walker.currentNode
    const parent = node.parentElement
    // In an editor stands what somebody types, without marks of ours; as in a text area, the browser breaks it.
    if (!parent?.checkVisibility() || parent.closest('svg, .visually-hidden, [contenteditable]')) continue
    for (const { start, end } of words[index] ?? []) {
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
