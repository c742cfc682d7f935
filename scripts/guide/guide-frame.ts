import { thaiHtml } from '../../app/kernel/thai-html.ts'
import { escaped, type GuideHeading, rootFrom } from './guide-markdown.ts'
import { type GuidePage, partOf } from './guide-source.ts'
import type { GuideWords } from './guide-words.th.ts'

type Neighbour = Pick<GuidePage, 'name' | 'title'>
export type FramedPage = Readonly<{
  page: Readonly<{ lang: 'th' | 'en'; name: string; title: string }>
  words: GuideWords
  /** What stands before what is on the page, and what after. */
  lead: string
  body: string
  headings: readonly GuideHeading[]
  /** All pages of the language in their order. */
  all: readonly Neighbour[]
}>

/** From this many headings on a page says what is on it. */
const MANY_HEADINGS = 3
/** The page that lists words stands after all that are written. */
export const INDEX = 'words'

/** A whole page of the guide. It needs no script, and every link of it is relative: it can be read from a disk. */
export function framedPage({ page, words, lead, body, headings, all }: FramedPage): string {
  const { lang, name, title } = page
  const root = rootFrom(name)
  const other = lang === 'th' ? 'en' : 'th'
  const html = `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name === 'index' ? `${title}` : `${title} – ${words.guide} ${words.product}`)}</title>
<link rel="stylesheet" href="${root}assets/guide.css">
</head>
<body>
<a class="skip" href="#main">${escaped(words.skip)}</a>
<header class="guide-head">
<a class="guide-name" href="${to(name, 'index')}"><strong>${escaped(words.product)}</strong> <span>${escaped(words.guide)}</span></a>
<a href="${to(name, INDEX)}"${name === INDEX ? ' aria-current="page"' : ''}>${escaped(words.index)}</a>
<a href="${root}${other}/${name}.html" hreflang="${other}" lang="${other}">${escaped(words.otherLanguage)}</a>
</header>
<div class="guide-body">
${menu({ page, words, all })}
<main id="main" tabindex="-1">
<h1>${escaped(title)}</h1>
${[lead, onThisPage(headings, words), body].filter((part) => part !== '').join('\n')}
${around({ page, words, all })}
</main>
</div>
<footer class="guide-foot"><p>${escaped(words.foot)}</p></footer>
</body>
</html>
`
  return thaiHtml(html, { lang, properNames: [] })
}

/** The way from one page of a language to another. */
function to(from: string, target: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${target}.html`
}

/** The parts, with the pages of the one that is open. */
function menu({ page, words, all }: Pick<FramedPage, 'page' | 'words' | 'all'>): string {
  const part = partOf(page.name)
  const link = ({ name, title }: Neighbour) =>
    `<a href="${to(page.name, name)}"${name === page.name ? ' aria-current="page"' : ''}>${escaped(title)}</a>`
  const parts = all.filter(({ name }) => name.endsWith('/index'))
  const items = parts.map((one) => {
    const below = all.filter(({ name }) => partOf(name) === partOf(one.name) && name !== one.name)
    const isOpen = partOf(one.name) === part
    const pages = isOpen ? `<ul>${below.map((each) => `<li>${link(each)}</li>`).join('')}</ul>` : ''
    return `<li>${link(one)}${pages}</li>`
  })
  return `<nav class="guide-menu side" aria-label="${escaped(words.contents)}"><details><summary>${escaped(words.contents)}</summary><ul>${items.join('')}</ul></details></nav>`
}

function onThisPage(headings: readonly GuideHeading[], words: GuideWords): string {
  const seconds = headings.filter(({ depth }) => depth === 2)
  if (seconds.length < MANY_HEADINGS) return ''
  const items = seconds.map(
    ({ id, text }) => `<li><a href="#${encodeURIComponent(id)}">${escaped(text)}</a></li>`,
  )
  return `<nav class="on-page" aria-labelledby="on-page"><p id="on-page">${escaped(words.onThisPage)}</p><ul>${items.join('')}</ul></nav>`
}

function around({ page, words, all }: Pick<FramedPage, 'page' | 'words' | 'all'>): string {
  const at = all.findIndex(({ name }) => name === page.name)
  const side = (neighbour: Neighbour | undefined, label: string, rel: string) =>
    neighbour
      ? `<a class="${rel}" rel="${rel}" href="${to(page.name, neighbour.name)}"><span class="small">${escaped(label)}</span> <span>${escaped(neighbour.title)}</span></a>`
      : ''
  const links = [
    side(at > 0 ? all[at - 1] : undefined, words.before, 'prev'),
    side(at >= 0 ? all[at + 1] : undefined, words.next, 'next'),
  ]
  if (links.every((link) => link === '')) return ''
  return `<nav class="around" aria-label="${escaped(words.aroundPage)}">${links.join('')}</nav>`
}
