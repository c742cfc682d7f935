import type { MeasureRow, MeasureTable, ReportCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { type Markup, markup, nothing } from './markup.ts'
import { richText, type TextStyle } from './rich-text.html.ts'

const COLUMNS = ['text', 'period', 'owners', 'summary', 'outcome'] as const

/** The five columns. On a phone each row becomes a card, so every cell carries its column's name. */
export function measureTable(table: MeasureTable, style: TextStyle, words: ReportWords): Markup {
  const heads = table.head.map(
    (head, index) => markup`<th scope="col" class="col-${COLUMNS[index]}">${head}</th>`,
  )
  return markup`<div class="table-box measures-box" role="region" aria-label="${table.caption}" tabindex="0">
<table class="measures">
<caption class="visually-hidden">${table.caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${table.rows.map((row) => rowMarkup(row, table, style, words))}</tbody>
</table></div>`
}

function rowMarkup(row: MeasureRow, table: MeasureTable, style: TextStyle, words: ReportWords): Markup {
  const cell = (content: ReportCell, index: number, rows = 1) =>
    markup`<td data-label="${table.head[index]}"${rows > 1 ? markup` rowspan="${rows}"` : nothing}>${cellMarkup(content, style, words)}</td>`
  // A shared outcome is one cell over its rows; cards have no such cell, so there the later ones say it in words.
  const outcome = row.outcome ? cell(row.outcome, 4, row.outcomeRows) : nothing
  return markup`<tr id="measure-${table.issue}-${row.measure}">
${cell(row.text, 0)}${cell(row.period, 1)}${cell(row.owners, 2)}${cell(row.summary, 3)}${outcome}</tr>`
}

function cellMarkup(cell: ReportCell, style: TextStyle, words: ReportWords): Markup {
  if (cell.state === 'missing') return markup`<span class="missing-cell">${words.missingCell}</span>`
  if (cell.state === 'none') return markup`<span class="none-cell">${words.noneCell}</span>`
  return richText(cell.text, style)
}
