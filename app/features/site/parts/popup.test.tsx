import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Banner } from '../banners/banner.domain.ts'
import { BannerRail, Popup } from './banners.tsx'

const SCRIPT = readFileSync(new URL('../../../../public/popup.js', import.meta.url), 'utf8')
const CONTENT: Banner['content'] = {
  schema: 'prongsai.banner/1',
  title: { th: 'งดให้บริการ', en: null },
  words: { th: 'วันที่ 31 ธันวาคม', en: null },
  link: '/news/closed',
  picture: null,
}
const aPopup = (given: Partial<Banner> = {}): Banner => ({
  id: 'a',
  form: 'popup',
  startsOn: '2024-12-31',
  endsOn: '2025-01-01',
  version: 1,
  content: CONTENT,
  ...given,
})

type Browser = Readonly<{ kept?: Record<string, string>; mayKeep?: boolean; search?: boolean }>

/** The home page with a pop-up in a browser, which keeps what the last visit kept; `box` is null once it is closed. */
function openHome(popup: Banner, { kept = {}, mayKeep = true, search = false }: Browser = {}) {
  const html = renderToStaticMarkup(<Popup lang="th" banner={popup} />)
  const dom = new JSDOM(
    `<main id="main" tabindex="-1"><a id="before" href="/">หน้าแรก</a>${html}<p id="behind">ข่าว</p></main>`,
    // A page without an origin of its own may keep nothing, as where a browser forbids it.
    { runScripts: 'outside-only', ...(mayKeep && { url: 'https://ita.agency.example/' }) },
  )
  const { window } = dom
  const { document } = window
  if (mayKeep) for (const [key, value] of Object.entries(kept)) window.localStorage.setItem(key, value)
  if (search) document.getElementById('before')?.focus()
  window.eval(SCRIPT)
  return {
    document,
    box: () => document.querySelector('[data-popup]'),
    close: () => document.querySelector<HTMLButtonElement>('[data-popup-close]'),
    press: (key: string) =>
      document.activeElement?.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true })),
    kept: () => (mayKeep ? { ...window.localStorage } : {}),
    focused: () => document.activeElement?.id,
  }
}

test('without script a pop-up is a box of the page with a name, whose words and link are read; nothing says that it closes', () => {
  const { window } = new JSDOM(renderToStaticMarkup(<Popup lang="th" banner={aPopup()} />))
  const box = window.document.querySelector('[data-popup]')
  expect(box?.getAttribute('aria-labelledby')).toBe(box?.querySelector('h2')?.id)
  expect(box?.querySelector('h2')?.textContent).toBe('งดให้บริการ')
  expect(box?.querySelector('a')?.getAttribute('href')).toBe('/news/closed')
  expect(box?.querySelector<HTMLButtonElement>('[data-popup-close]')?.hidden).toBe(true)
})

test('with script it lies over the page, has a button to close it, and takes neither the focus nor a key away', () => {
  const home = openHome(aPopup(), { search: true })
  expect(home.box()?.classList.contains('floats')).toBe(true)
  expect(home.close()?.hidden).toBe(false)
  expect(home.focused()).toBe('before')
  const tab = new home.document.defaultView!.KeyboardEvent('keydown', {
    key: 'Tab',
    bubbles: true,
    cancelable: true,
  })
  home.close()?.dispatchEvent(tab)
  expect(tab.defaultPrevented).toBe(false)
  for (const key of ['Tab', 'Enter', ' ', 'a']) home.press(key)
  expect(home.box()).not.toBeNull()
})

test('its button closes it, and who pressed it goes on where they were', () => {
  const home = openHome(aPopup(), { search: true })
  home.close()?.focus()
  home.close()?.click()
  expect(home.box()).toBeNull()
  expect(home.focused()).toBe('before')
})

test('who came from nowhere goes on at the beginning of what the page is about', () => {
  const home = openHome(aPopup())
  home.close()?.focus()
  home.close()?.click()
  expect(home.focused()).toBe('main')
})

test('Escape closes it from anywhere, and leaves the focus where it is outside of it', () => {
  const home = openHome(aPopup(), { search: true })
  home.press('Escape')
  expect(home.box()).toBeNull()
  expect(home.focused()).toBe('before')
  const inside = openHome(aPopup(), { search: true })
  inside.document.querySelector<HTMLAnchorElement>('[data-popup] a')?.focus()
  inside.press('Escape')
  expect(inside.box()).toBeNull()
  expect(inside.focused()).toBe('before')
})

test('Escape after it was closed, and with no pop-up at all, does nothing', () => {
  const home = openHome(aPopup())
  home.press('Escape')
  const kept = home.kept()
  home.press('Escape')
  expect(home.kept()).toEqual(kept)
  const none = new JSDOM('<main></main>', { runScripts: 'outside-only', url: 'https://a.example/' }).window
  expect(() => none.eval(SCRIPT)).not.toThrow()
})

test('that it was closed is remembered on this device, until it is changed or there is another', () => {
  const first = openHome(aPopup())
  expect(first.kept()).toEqual({})
  first.press('Escape')
  const kept = first.kept()
  expect(openHome(aPopup(), { kept }).box()).toBeNull()
  expect(openHome(aPopup({ version: 2 }), { kept }).box()).not.toBeNull()
  expect(openHome(aPopup({ id: 'b' }), { kept }).box()).not.toBeNull()
})

test('a browser that keeps nothing shows it at every visit, and closes it all the same', () => {
  const home = openHome(aPopup(), { mayKeep: false })
  expect(home.box()).not.toBeNull()
  home.close()?.click()
  expect(home.box()).toBeNull()
})

test('in English words that stand in Thai alone are marked as Thai, and a page of the site is led to in English', () => {
  const inEnglish = (link: string | null, title: Banner['content']['title'] = CONTENT.title) => {
    const banner = aPopup({ content: { ...CONTENT, link, title } })
    return new JSDOM(renderToStaticMarkup(<Popup lang="en" banner={banner} />)).window.document
  }
  const title = inEnglish(null).querySelector('h2')
  expect(title?.querySelector('[lang=th]')?.textContent).toBe('งดให้บริการ')
  expect(inEnglish(null, { th: 'งด', en: 'Closed' }).querySelector('h2')?.innerHTML).toBe('Closed')
  expect(inEnglish(null).querySelector('a')).toBeNull()
  const hrefOf = (link: string) => inEnglish(link).querySelector('a')?.getAttribute('href')
  expect(
    ['/', '/news/closed', '/en', '/en/news', '/entry', '/files/a/b.pdf', 'https://a.go.th/'].map(hrefOf),
  ).toEqual(['/en', '/en/news/closed', '/en', '/en/news', '/en/entry', '/files/a/b.pdf', 'https://a.go.th/'])
})

test('banners stand beside one another, each with its picture and what it shows; one that leads nowhere is no link', () => {
  const picture = {
    sha256: 'a'.repeat(64),
    fileName: 'ภาพ 1.png',
    mediaType: 'image/png',
    alt: { th: 'ประตู', en: null },
  }
  const banners = [
    aPopup({ form: 'banner' }),
    aPopup({ id: 'b', form: 'banner', content: { ...CONTENT, link: null, picture } }),
  ]
  const html = renderToStaticMarkup(<BannerRail lang="en" banners={banners} />)
  const { document } = new JSDOM(html).window
  expect([...document.querySelectorAll('li > .banner')].map(({ tagName }) => tagName)).toEqual(['A', 'DIV'])
  const shown = document.querySelector('img')
  expect([shown?.alt, shown?.lang, shown?.getAttribute('src')]).toEqual([
    'ประตู',
    'th',
    `/files/${'a'.repeat(64)}/${encodeURIComponent('ภาพ 1.png')}`,
  ])
})
