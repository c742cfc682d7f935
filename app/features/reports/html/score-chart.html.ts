import { scoreChartSvg } from '../charts/score-chart.domain.ts'
import type { ScoreChart, ScoreRow } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { type Markup, markup, trusted } from './markup.ts'

/** The chart and, one step away, the same figures as a table. */
export function scoreFigure(chart: ScoreChart, words: ReportWords, options: { openTwin: boolean }): Markup {
  const wide = scoreChartSvg(chart, { theme: 'auto', words, width: 'wide', idPrefix: `${chart.id}-wide` })
  const narrow = scoreChartSvg(chart, {
    theme: 'auto',
    words,
    width: 'narrow',
    idPrefix: `${chart.id}-narrow`,
  })
  return markup`<figure class="chart" id="${chart.id}">
<figcaption>${chart.title}</figcaption>
<div class="wide">${trusted(wide)}</div><div class="narrow">${trusted(narrow)}</div>
<details class="twin"${options.openTwin ? trusted(' open') : ''}><summary>${words.showTable}</summary>${scoreTable(chart, words)}</details>
</figure>`
}

function scoreTable(chart: ScoreChart, words: ReportWords): Markup {
  return markup`<div class="table-box" role="region" aria-label="${chart.title} ${chart.caption}" tabindex="0"><table>
<caption>${chart.caption}</caption>
<thead><tr><th scope="col">${words.issue}</th><th scope="col">${words.label}</th><th scope="col" class="end">${words.year} ${chart.beforeYear}</th><th scope="col" class="end">${words.year} ${chart.afterYear}</th><th scope="col" class="end">${words.change}</th><th scope="col">${words.unit}</th><th scope="col">${words.comparability}</th></tr></thead>
<tbody>${chart.rows.map((row) => rowMarkup(row, words))}</tbody>
</table></div>`
}

function rowMarkup(row: ScoreRow, words: ReportWords): Markup {
  const comparison = {
    yes: words.comparable,
    no: words.notComparable,
    unknown: words.comparabilityUnknown,
  }[row.comparable]
  return markup`<tr><td>${row.issue}</td><th scope="row">${row.label}</th><td class="end number">${row.before ?? '–'}</td><td class="end number">${row.after}</td><td class="end number">${row.change ?? '–'}</td><td>${row.unit}</td><td>${row.before === null ? words.noEarlierValue : comparison}</td></tr>`
}
