import type { MeasureRow, MeasureTable, ReportCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { measureCellId } from '../walk/cells.domain.ts'
import { type Markup, markup, nothing } from './markup.ts'
import { richText, type TextStyle } from './rich-text.html.ts'
import { type WhyLinks, whyLink } from './why-link.html.ts'

const COLUMNS = ['text', 'period', 'owners', 'summary', 'outcome'] as const

type TableOptions = Readonly<{ words: ReportWords; why?: WhyLinks }>

/** The five columns. On a phone each row becomes a card, so every cell carries its column's name. */
export function measureTable(table: MeasureTable, style: TextStyle, options: TableOptions): Markup {
  const heads = table.head.map(
    (head, index) => markup`<th scope="col" class="col-${COLUMNS[index]}">${head}</th>`,
  )
  return markup`<div class="table-box measures-box" role="region" aria-label="${table.caption}" tabindex="0">
<table class="measures">
<caption class="visually-hidden">${table.caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${table.rows.map((row) => rowMarkup(row, table, style, options))}</tbody>
</table></div>`
}

function rowMarkup(
  row: MeasureRow,
  table: MeasureTable,
  style: TextStyle,
  { words, why }: TableOptions,
): Markup {
  const cellId = (part: (typeof COLUMNS)[number]) =>
    part === 'outcome' && why
      ? why.outcomeCell(table.issue, row.measure)
      : measureCellId(table.issue, row.measure, part)
  const cell = (content: ReportCell, index: number, more = nothing, rows = 1) =>
    markup`<td data-label="${table.head[index]}"${rows > 1 ? markup` rowspan="${rows}"` : nothing}>${cellMarkup(content, style)}${whyLink(why, cellId(COLUMNS[index] ?? 'text'))}${more}</td>`
  // A shared outcome is one cell over its rows. Where rows are cards, the later ones say it in words.
  const shared = row.outcome ? nothing : markup`<p class="phone-note">${words.sharedOutcome}</p>`
  const outcome = row.outcome ? cell(row.outcome, 4, nothing, row.outcomeRows) : nothing
  return markup`<tr id="measure-${table.issue}-${row.measure}">
${cell(row.text, 0)}${cell(row.period, 1)}${cell(row.owners, 2)}${cell(row.summary, 3, shared)}${outcome}</tr>`
}

function cellMarkup(cell: ReportCell, style: TextStyle): Markup {
  const text = richText(cell.text, style)
  return cell.state === 'value' ? text : markup`<div class="${cell.state}-cell">${text}</div>`
}
