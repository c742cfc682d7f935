import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { boundedMarkdown } from '../pages/markdown-bounds.domain.ts'
import { SitePageBody } from './site-page-body.tsx'

const PICTURE = {
  sha256: 'a'.repeat(64),
  fileName: 'ภาพ.png',
  mediaType: 'image/png',
  alt: { th: 'คนประชุม', en: null },
}
const html = (markdown: string) =>
  renderToStaticMarkup(<SitePageBody markdown={markdown} lang="th" pictures={[PICTURE]} />)

test('headings stand below the title, one level below the other, whatever was typed', () => {
  expect(html('# ก\n\n#### ข\n\n# ค')).toBe(
    '<div class="written" lang="th"><h2>ก</h2><h3>ข</h3><h2>ค</h2></div>',
  )
})

test('HTML is shown as the text it is', () => {
  const shown = html('<script>alert(1)</script>\n\nก <img src=x onerror=alert(1)> ข\n\n<iframe src="//x">')
  expect(shown).not.toMatch(/<(script|img|iframe)/)
  expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('links lead to the web, to mail, to telephones and within the site, and nowhere else', () => {
  const hrefs = (markdown: string) => [...html(markdown).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(
    hrefs(
      '[a](https://example.go.th/x) [b](mailto:a@b.th) [c](tel:1234) [d](/oit/2568) [e](#x) <https://c.th> [f][r]\n\n[r]: /r',
    ),
  ).toEqual(['https://example.go.th/x', 'mailto:a@b.th', 'tel:1234', '/oit/2568', '#x', 'https://c.th', '/r'])
  for (const bad of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#x09;script:alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'file:///etc/passwd',
    'relative',
  ])
    expect(hrefs(`[ก](<${bad}>) [ข][r]\n\n[r]: <${bad}>`), bad).toEqual([])
})

test('pictures are those of the page alone, by number or address', () => {
  const shown = html(
    `![](1) ![x](https://evil.example/p.png) ![](2) ![](/files/${'a'.repeat(64)}/${encodeURIComponent('ภาพ.png')})`,
  )
  expect(shown.match(/<img/g)).toHaveLength(2)
  expect(shown).toContain('alt="คนประชุม"')
  expect(shown).not.toContain('src="https://evil')
})

test('tables have heads and can be reached by keys', () => {
  const shown = html('| ก | ข |\n|---|--:|\n| 1 | 2 |')
  expect(shown).toContain('<th scope="col">ก</th>')
  expect(shown).toContain('<td class="number">2</td>')
  expect(shown).toContain('tabindex="0"')
})

test('ordinary text is read as it was typed', () => {
  const text = '## ก\n\n- ข\n  - ค **ง** จ\n\n1. ฉ\n\n> ช\n\n| a | b |\n|---|---|\n| 1 | 2 |'
  expect(boundedMarkdown(text)).toBe(text)
})

test('a megabyte of what is meant to last for ever is read all the same', () => {
  const MEGABYTE = 1024 * 1024
  const hostile = [
    '[',
    '![[]()',
    '*a_ ',
    '> ',
    '- ',
    '1. ',
    '`',
    '<',
    '|a',
    '[a](',
    '**a',
    '&',
    '  - a\n',
    '_*~',
  ]
  for (const part of hostile) {
    const shown = html(part.repeat(MEGABYTE / part.length))
    expect(shown.length, part).toBeGreaterThan(10)
  }
  // Lists that go in one within the other, line by line.
  const inward = Array.from({ length: 1400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')
  expect((html(inward).match(/<ul>/g) ?? []).length).toBeLessThan(60)
})
