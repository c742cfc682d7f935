import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Language } from '../../app/i18n/language.ts'
import { thaiHtml } from '../../app/kernel/thai-html.ts'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import { framedPage, INDEX } from './guide-frame.ts'
import { escaped, type WrittenPage, writePage } from './guide-markdown.ts'
import { type GuidePage, LANGUAGES, readGuide } from './guide-source.ts'
import { guideEn } from './guide-words.en.ts'
import { type GuideWords, guideTh } from './guide-words.th.ts'

/** What was built in `out` before is made anew; `pictures` holds a folder of pictures for each language, or nothing yet. */
export type GuidePlaces = Readonly<{ out: string; pictures: string }>

const WORDS: Readonly<Record<Language, GuideWords>> = { th: guideTh, en: guideEn }
const STYLES = ['app/ui/tokens.css', 'app/ui/base.css', 'scripts/guide/guide.css', 'app/ui/print.css']
/** Both scripts of the house's family, in the two weights that the guide uses. */
const FONTS = ['thai-400', 'latin-400', 'thai-700', 'latin-700']

/** What a build leaves in its folder: it is taken away before the next, and nothing else is. */
const MADE = [...LANGUAGES, 'assets', 'pictures', 'index.html']

/** Builds the whole guide as files. Gives the files of its pages, as paths below `out`. */
export function buildGuide({ out, pictures }: GuidePlaces): readonly string[] {
  for (const made of MADE) rmSync(path.join(out, made), { recursive: true, force: true })
  writeStyle(path.join(out, 'assets'))
  const files = LANGUAGES.flatMap((lang) => {
    const words = WORDS[lang]
    const pages = readGuide(lang)
    const written = pages.map((page) => ({ page, ...writePage(page, words, path.join(pictures, lang)) }))
    const index = { lang, name: INDEX, title: words.index }
    const framed = [
      ...written.map(({ page, lead, html, headings }) => ({ page, lead, body: html, headings })),
      { page: index, lead: '', body: wordList(written, words, lang), headings: [] },
    ]
    copyPictures(path.join(pictures, lang), path.join(out, 'pictures', lang))
    return framed.map(({ page, ...parts }) => {
      const file = `${lang}/${page.name}.html`
      write(path.join(out, file), framedPage({ page, ...parts, words, all: pages }))
      return file
    })
  })
  write(path.join(out, 'index.html'), doors())
  return ['index.html', ...files]
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** The house's own tokens and base, so that the guide looks as the program does, with its fonts beside it. */
function writeStyle(folder: string): void {
  const faces = FONTS.map((font) => {
    const [script = '', weight = ''] = font.split('-')
    const file = `sarabun-${script}-${weight}-normal.woff2`
    const package_ = path.join(projectRoot, 'node_modules', '@fontsource', 'sarabun')
    mkdirSync(folder, { recursive: true })
    copyFileSync(path.join(package_, 'files', file), path.join(folder, file))
    return readFileSync(path.join(package_, `${font}.css`), 'utf8').replace(
      /src: [^;]+;/g,
      `src: url(${file}) format("woff2");`,
    )
  })
  const styles = STYLES.map((file) => readFileSync(path.join(projectRoot, file), 'utf8'))
  write(path.join(folder, 'guide.css'), [...faces, ...styles].join('\n'))
}

function copyPictures(from: string, to: string): void {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true })
  for (const file of readdirSync(from).filter((name) => name.endsWith('.png')))
    copyFileSync(path.join(from, file), path.join(to, file))
}

/** Headings and words of the screens, in the order of the language, each with the pages on which it stands. */
function wordList(
  written: readonly (WrittenPage & Readonly<{ page: GuidePage }>)[],
  words: GuideWords,
  lang: Language,
): string {
  const order = new Intl.Collator(lang)
  const headings = written
    .flatMap(({ page, headings: of }) => [
      { text: page.title, page: '', href: `${page.name}.html` },
      ...of.map(({ text, id }) => ({
        text,
        page: page.title,
        href: `${page.name}.html#${encodeURIComponent(id)}`,
      })),
    ])
    .sort((a, b) => order.compare(a.text, b.text))
    .map(
      ({ text, page, href }) =>
        `<li><a href="${href}">${escaped(text)}</a>${page === '' ? '' : ` <span class="muted small">${escaped(page)}</span>`}</li>`,
    )
  const labels = [...new Set(written.flatMap((one) => one.labels))].sort(order.compare).map((label) => {
    const on = written.filter((one) => one.labels.includes(label)).map(({ page }) => page)
    const links = on.map(({ name, title }) => `<a href="${name}.html">${escaped(title)}</a>`)
    return `<tr><th scope="row">${escaped(label)}</th><td>${links.join(' · ')}</td></tr>`
  })
  return `<p>${escaped(words.indexLead)}</p>
<h2 id="headings">${escaped(words.headings)}</h2>
<ul class="word-list">${headings.join('')}</ul>
<h2 id="labels">${escaped(words.labels)}</h2>
<div class="table-box" role="region" aria-labelledby="labels" tabindex="0"><table><thead><tr><th scope="col">${escaped(words.label)}</th><th scope="col">${escaped(words.pages)}</th></tr></thead><tbody>${labels.join('')}</tbody></table></div>`
}

/** What stands at the door of the folder: the guide in each language. */
function doors(): string {
  const links = LANGUAGES.map(
    (lang) =>
      `<li><a href="${lang}/index.html" lang="${lang}" hreflang="${lang}">${escaped(`${WORDS[lang].guide} ${WORDS[lang].product}`)}</a></li>`,
  )
  const html = `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${guideTh.guide} ${guideTh.product}`)}</title>
<link rel="stylesheet" href="assets/guide.css">
</head>
<body>
<main class="guide-doors"><h1>${escaped(`${guideTh.guide} ${guideTh.product}`)}</h1><ul>${links.join('')}</ul></main>
</body>
</html>
`
  return thaiHtml(html, { lang: 'th', properNames: [] })
}
