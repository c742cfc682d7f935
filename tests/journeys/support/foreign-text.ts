import type { Page } from '@playwright/test'

/** Thai text that is not declared Thai, and text declared Thai that holds none: a screen reader would speak it wrongly. */
export const foreignText = (page: Page): Promise<readonly string[]> => page.evaluate(misdeclared)

/** Runs in the page. */
function misdeclared(): string[] {
  const thai = /[\u0e01-\u0e5b]/
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = (walker.currentNode.nodeValue ?? '').trim()
    const owner = walker.currentNode.parentElement?.closest('[lang]')
    if (
      thai.test(text) &&
      owner?.getAttribute('lang') !== 'th' &&
      !walker.currentNode.parentElement?.closest('svg')
    )
      found.push(`Thai, not declared: ${text.slice(0, 60)}`)
  }
  // A field says in which language it is to be filled in.
  for (const element of document.body.querySelectorAll('[lang="th"]:not(input, textarea)'))
    if (!thai.test(element.textContent ?? ''))
      found.push(`declared Thai: ${element.textContent?.slice(0, 60)}`)
  return found
}
