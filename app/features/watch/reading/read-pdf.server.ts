import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { EMPTY_READING, MOST_TEXT, type Reading } from './reading.domain.ts'

/** Pages of which the text is read; the others are counted. */
const MOST_PAGES = 400
/** A page number or a stamp that a scanner adds is no text of the page. */
const FEWEST_LETTERS = 20

/** Reads the text layer of a PDF. One that is damaged or locked by a password throws. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    enableXfa: false,
  })
  try {
    const document = await loading.promise
    const read = Math.min(document.numPages, MOST_PAGES)
    let text = ''
    let withText = 0
    for (let number = 1; number <= read; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const written = items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
      if ((written.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= FEWEST_LETTERS) withText += 1
      if (text.length < MOST_TEXT) text += `${written}\n`
      page.cleanup()
    }
    const { info } = await document.getMetadata().catch(() => ({ info: {} }))
    const { Title } = info as { Title?: unknown }
    const scripts = await document.getJSActions().catch(() => null)
    return {
      ...EMPTY_READING,
      kind: 'pdf',
      mediaType: 'application/pdf',
      title: typeof Title === 'string' && Title.trim() !== '' ? Title.trim().slice(0, 300) : null,
      text: text.slice(0, MOST_TEXT).trim(),
      // Of those that were not read nothing is held against it.
      pages: { all: document.numPages, withText: withText === 0 ? 0 : withText + document.numPages - read },
      active: scripts === null ? [] : ['javascript'],
    }
  } finally {
    await loading.destroy()
  }
}
