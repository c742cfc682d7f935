import { JSDOM, VirtualConsole } from 'jsdom'
import { decodeText } from '../../../platform/office-files/decode-text.server.ts'
import { THAI_WORDS } from './thai-words.th.ts'

const LOOKED_THROUGH = 1_024

const saysItsLetters = (bytes: Uint8Array, saidType: string | null): boolean =>
  /charset=/i.test(saidType ?? '') ||
  /charset=/i.test(Buffer.from(bytes.subarray(0, LOOKED_THROUGH)).toString('latin1'))

/** As Thai text in either of its encodings; a browser would take it for one of Western letters. */
function decoded(bytes: Uint8Array): string | Uint8Array {
  const text = decodeText(bytes, THAI_WORDS)
  return text.ok ? text.value.text : bytes
}

/** HTML or SVG as a tree. No script of it runs and nothing is fetched. Any content is taken; a tree too deep throws. */
export function openHtml(bytes: Uint8Array, saidType: string | null, address: string): JSDOM {
  return new JSDOM(saysItsLetters(bytes, saidType) ? bytes : decoded(bytes), {
    url: address,
    // The character set stands in the header, if anywhere; without one the page says it itself.
    contentType: `text/html${/;\s*charset=[\w-]+/i.exec(saidType ?? '')?.[0] ?? ''}`,
    // Lets our own code run in the page, and none of its own.
    runScripts: 'outside-only',
    // What it complains of, as styles that it cannot read, is nobody's news.
    virtualConsole: new VirtualConsole(),
  })
}
