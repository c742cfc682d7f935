import { JSDOM, VirtualConsole } from 'jsdom'

/** HTML or SVG as a tree. No script of it runs and nothing is fetched. Any content is taken; a tree too deep throws. */
export function openHtml(bytes: Uint8Array, saidType: string | null, address: string): JSDOM {
  return new JSDOM(bytes, {
    url: address,
    // The character set stands in the header, if anywhere; without one the page says it itself.
    contentType: `text/html${/;\s*charset=[\w-]+/i.exec(saidType ?? '')?.[0] ?? ''}`,
    // Lets our own code run in the page, and none of its own.
    runScripts: 'outside-only',
    // What it complains of, as styles that it cannot read, is nobody's news.
    virtualConsole: new VirtualConsole(),
  })
}
