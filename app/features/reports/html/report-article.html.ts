import type { Language } from '../../../i18n/language.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { thaiHtml } from '../../../kernel/thai-html.ts'
import { qrCode } from '../../../platform/pictures/qr-code.ts'
import type { QrBlock, Report, ReportBlock, Section, TableCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type Markup, markup, nothing, trusted } from './markup.ts'
import { measureTable } from './measure-table.html.ts'
import { richText, runsMarkup, type TextStyle } from './rich-text.html.ts'
import { scoreFigure } from './score-chart.html.ts'
import { type WhyLinks, whyLink } from './why-link.html.ts'

/** More than these are longer than the text beside which they stand. */
const NOTES_IN_MARGIN = 6

export type ArticleOptions = Readonly<{
  /** Language of the notes in the margin; the report's own words stay. */
  lang: Language
  words: ReportWords
  citation: (refs: readonly ItemRef[], issue: number | null) => string
  /** Findings stand in the margin of their issue; leave empty to print none there. */
  findings: readonly Finding[]
  openTwins: boolean
  /** Leads from each cell to what it rests on; absent in files and drafts. */
  why?: WhyLinks
}>

/**
 * The whole report after its cover, section by section, in the order of the paper. Words that browsers would break inside,
 * the names of its persons among them, are held together without changing a letter.
 */
export function reportArticle(report: Report, options: ArticleOptions): Markup {
  const sections = report.sections.map((section) => sectionMarkup(section, options))
  const html = markup`<div class="report">${sections}</div>`.toString()
  return trusted(thaiHtml(html, { lang: options.lang, properNames: report.properNames }))
}

function sectionMarkup(section: Section, options: ArticleOptions): Markup {
  const issue = issueOf(section)
  const style: TextStyle = { citation: (refs) => options.citation(refs, issue) }
  const findings = issue === null ? [] : options.findings.filter((finding) => finding.place.issue === issue)
  const heading = markup`<h2>${section.heading}<a class="anchor" href="#${section.id}" aria-label="${options.words.linkToHere}: ${section.heading}">#</a>${WHOLE.includes(section.id) ? whyLink(options.why, section.id) : nothing}</h2>`
  const classes = `${issue === null ? '' : 'issue '}${section.newPage ? 'new-page' : ''}`.trim()
  if (findings.length === 0)
    return markup`<section id="${section.id}" class="${classes}">${heading}${section.blocks.map((block) => blockMarkup(block, style, options))}</section>`
  const firstTable = section.blocks.findIndex((block) => block.kind === 'measures')
  const split = firstTable < 0 ? section.blocks.length : lastHeadingBefore(section.blocks, firstTable)
  const reading = section.blocks.slice(0, split).map((block) => blockMarkup(block, style, options))
  const rest = section.blocks.slice(split).map((block) => blockMarkup(block, style, options))
  return markup`<section id="${section.id}" class="${classes}">${heading}<div class="reading${findings.length > NOTES_IN_MARGIN ? ' many-notes' : ''}"><div>${reading}</div>${findingNotes(section, findings, options)}</div>${rest}</section>`
}

const issueOf = (section: Section): number | null => {
  const table = section.blocks.find((block) => block.kind === 'measures')
  return table ? table.table.issue : null
}

/** Sections that are one cell. */
const WHOLE: readonly string[] = ['background', 'criteria']

const whyOfHeading = (id: string, { why }: ArticleOptions): Markup => {
  const [, issue, part] = /^(issue-\d+)-(analysis|limitations)$/.exec(id) ?? []
  return issue === undefined ? nothing : whyLink(why, `${issue}.${part}`)
}

const lastHeadingBefore = (blocks: readonly ReportBlock[], index: number) =>
  blocks[index - 1]?.kind === 'heading' ? index - 1 : index

function findingNotes(section: Section, findings: readonly Finding[], options: ArticleOptions): Markup {
  const id = `${section.id}-findings`
  const { lang } = options
  return markup`<div class="margin-notes" role="note" aria-labelledby="${id}"><h3 id="${id}">${options.words.findings}</h3><ul>${findings.map(
    (finding) => markup`<li><span class="place">${finding.where[lang]}</span>${finding.message[lang]}</li>`,
  )}</ul></div>`
}

function blockMarkup(block: ReportBlock, style: TextStyle, options: ArticleOptions): Markup {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? markup`<h3 id="${block.id}">${block.text}${whyOfHeading(block.id, options)}</h3>`
        : markup`<h4 id="${block.id}">${block.text}</h4>`
    case 'text':
      return richText(block.text, style)
    case 'numbered':
      return markup`<ol>${block.items.map((item) => markup`<li>${richText(item, style)}</li>`)}</ol>`
    case 'measures':
      return measureTable(block.table, style, options)
    case 'scores':
      return scoreFigure(block.chart, options.words, { openTwin: options.openTwins })
    case 'table':
      return plainTable(block)
    case 'qr':
      return qrMarkup(block)
    case 'note':
      return markup`<p class="notice ${block.tone === 'warning' ? 'warning' : ''}">${runsMarkup(block.runs, style)}</p>`
  }
}

/** The code is a drawing, never a picture from elsewhere: a file needs nothing but itself. */
function qrMarkup({ address, alt, beside }: QrBlock): Markup {
  const { size, path } = qrCode(address)
  const lines = beside.map(
    ({ label, text, look }) => markup`<dt>${label}</dt><dd class="${look}">${text}</dd>`,
  )
  return markup`<div class="proof"><svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${alt}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg><dl>${lines}</dl></div>`
}

function plainTable(block: Extract<ReportBlock, { kind: 'table' }>): Markup {
  const cell = (content: TableCell) => {
    const body = content.strong ? markup`<strong>${content.text}</strong>` : content.text
    return markup`<td${alignment(content)}>${body}</td>`
  }
  const head = block.head.map(
    (text, column) => markup`<th scope="col"${alignment(block.rows[0]?.[column])}>${text}</th>`,
  )
  const caption = block.caption === '' ? nothing : markup`<caption>${block.caption}</caption>`
  return markup`<div class="table-box" role="region" aria-label="${block.caption || block.head.join(', ')}" tabindex="0"><table>${caption}
<thead><tr>${head}</tr></thead>
<tbody>${block.rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody></table></div>`
}

const alignment = (cell: TableCell | undefined): Markup =>
  cell === undefined || cell.align === 'start' ? nothing : markup` class="${cell.align}"`
