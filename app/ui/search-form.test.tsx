import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { askedIn, SearchForm } from './search-form.tsx'

test('what is searched for is read from the address: trimmed, cut where it is too long, whole letters alone', () => {
  const asked = (query: string) => askedIn(new URLSearchParams(query))
  expect(asked('')).toBe('')
  expect(asked('q=+%E0%B8%81+&q=x')).toBe('ก')
  expect(asked(`q=${'a'.repeat(500)}`)).toHaveLength(200)
  expect(asked(`q=${'a'.repeat(199)}😀`)).toBe(`${'a'.repeat(199)}\ufffd`)
})

test('a search form is a landmark with a name, asks its own page, and shows what was searched for as text', () => {
  const html = renderToStaticMarkup(
    <SearchForm name="ค้นหา" field="คำที่ค้นหา" go="ค้น" asked={'"><script>alert(1)</script>'} />,
  )
  expect(html).toMatch(/^<search aria-label="ค้นหา"><form [^>]*method="get"/)
  expect(html).not.toContain('action=')
  expect(/<label for="([^"]*)"/.exec(html)?.[1]).toBe(/<input id="([^"]*)"/.exec(html)?.[1])
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
})
