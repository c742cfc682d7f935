import axe from 'axe-core'
import { openHtml } from './open-html.server.ts'
import type { BrokenRules } from './reading.domain.ts'

/** A page beyond that takes minutes. */
const MOST_ELEMENTS = 8_000
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Counts what is broken by rule. Nothing is drawn here, so that contrast and sizes are not judged. */
export async function judgeAccessibility(
  bytes: Uint8Array,
  saidType: string | null,
  address: string,
): Promise<BrokenRules> {
  const { window } = openHtml(bytes, saidType, address)
  try {
    if (window.document.querySelectorAll('*').length > MOST_ELEMENTS) return null
    window.eval(axe.source)
    const page = window as unknown as { axe: typeof axe }
    const { violations } = await page.axe.run(window.document, {
      runOnly: STANDARDS,
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
      resultTypes: ['violations'],
      iframes: false,
      preload: false,
    })
    return Object.fromEntries(violations.map(({ id, nodes }) => [id, nodes.length]))
  } finally {
    window.close()
  }
}
