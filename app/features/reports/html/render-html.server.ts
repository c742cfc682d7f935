import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { thaiHtml } from '../../../kernel/thai-html.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import { CITED_ITEMS } from '../cited-item-anchor.domain.ts'
import type { Report } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type Markup, markup, nothing, trusted } from './markup.ts'
import { reportArticle } from './report-article.html.ts'

const STYLESHEETS = ['tokens.css', 'base.css', 'article.css', 'print.css', 'document.css']
/** The font's licence asks that its notice travels with it. */
const FONT_NOTICE =
  '/* Sarabun: Copyright 2018 The Sarabun Project Authors, SIL Open Font License 1.1, https://openfontlicense.org */'
const FONT_FACES = [
  {
    file: 'sarabun-thai-400-normal.woff2',
    weight: 400,
    range: 'U+02D7, U+0303, U+0331, U+0E01-0E5B, U+200C-200D, U+25CC',
  },
  {
    file: 'sarabun-latin-400-normal.woff2',
    weight: 400,
    range: 'U+0000-00FF, U+2000-206F, U+2122, U+2190-2193',
  },
  {
    file: 'sarabun-thai-700-normal.woff2',
    weight: 700,
    range: 'U+02D7, U+0303, U+0331, U+0E01-0E5B, U+200C-200D, U+25CC',
  },
  {
    file: 'sarabun-latin-700-normal.woff2',
    weight: 700,
    range: 'U+0000-00FF, U+2000-206F, U+2122, U+2190-2193',
  },
]

/**
 * The report as one HTML file that needs nothing else: style and fonts inside, no script, same order as the paper.
 * Returns UTF-8 bytes; the same report always gives the same bytes.
 */
export function renderHtml(input: { report: Report; findings: readonly Finding[] }): Uint8Array {
  const { report, findings } = input
  const words = reportWords(report.lang)
  const article = reportArticle(report, {
    lang: report.lang,
    words,
    findings,
    openTwins: true,
    citation: () => `#${CITED_ITEMS}`,
  })
  const page = markup`<!doctype html>
<html lang="${report.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.title}</title>
<meta name="generator" content="Prongsai">
<meta name="prongsai-content-hash" content="${report.contentHash}">
<style>${trusted(stylesheet() + proofStyle(report))}</style>
</head>
<body>
<main class="wrap">
${coverMarkup(report)}
${contentsMarkup(report, words.contents)}
${article}
</main>
</body>
</html>
`
  return new TextEncoder().encode(thaiHtml(page.toString(), report))
}

function coverMarkup(report: Report): Markup {
  const { cover } = report
  const line = (text: string | null, className: string) =>
    text === null ? nothing : markup`<p class="${className}">${text}</p>`
  return markup`<header class="document-cover">
<h1>${cover.title}</h1>
${line(cover.agencyLine, 'agency-line')}${line(cover.yearLine, 'year-line')}${line(cover.preparedByLine, 'prepared-by')}
${cover.approvalLines.map((text) => line(text, 'approval'))}
</header>`
}

const contentsMarkup = (report: Report, heading: string): Markup =>
  markup`<nav class="document-contents" aria-label="${heading}"><h2>${heading}</h2><ol>${report.sections.map(
    (section) => markup`<li><a href="#${section.id}">${section.heading}</a></li>`,
  )}</ol></nav>`

let cachedStylesheet: string | undefined

/** The last page has a style of its own; a document without one is not made longer by it. */
const proofStyle = ({ sections }: Report): string =>
  sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'qr'))
    ? readFileSync(path.join(projectRoot, 'app/ui/proof.css'), 'utf8')
    : ''

/** The site's own style and the fonts, read once. */
function stylesheet(): string {
  if (cachedStylesheet === undefined) {
    const root = projectRoot
    const css = STYLESHEETS.map((file) => readFileSync(path.join(root, 'app/ui', file), 'utf8')).join('\n')
    cachedStylesheet = `${FONT_NOTICE}\n${fontFaces(root)}\n${css}`
  }
  return cachedStylesheet
}

function fontFaces(root: string): string {
  const require = createRequire(path.join(root, 'package.json'))
  const folder = path.join(path.dirname(require.resolve('@fontsource/sarabun/package.json')), 'files')
  return FONT_FACES.map(({ file, weight, range }) => {
    const data = readFileSync(path.join(folder, file)).toString('base64')
    return `@font-face{font-family:"Sarabun";font-style:normal;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`
  }).join('\n')
}
