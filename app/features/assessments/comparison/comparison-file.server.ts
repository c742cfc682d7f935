import type { Language } from '../../../i18n/language.ts'
import { type TableFile, writeTable } from '../../../platform/office-files/write-table.server.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import { VIEWS } from './asked-comparison.domain.ts'
import { headOf } from './chart-rows.domain.ts'
import { comparisonSvg, framedPicture } from './comparison-picture.domain.ts'
import { comparisonTable } from './comparison-table.domain.ts'
import type { FoundComparison } from './found-comparison.domain.ts'
import { hasFigure } from './row-order.domain.ts'
import { sourceSaid } from './shown-comparison.domain.ts'
import { comparisonText } from './text/index.ts'

const NAME = /^compare(?:-([a-z]+))?\.(csv|xlsx|svg|png)$/
/** Pixels across: sharp on paper at the width of a text column. */
const PNG_WIDTH = 1776

/** A comparison as the file of that name; null for a name that is none, and where there is nothing to draw or write. */
export async function comparisonFile(
  found: FoundComparison,
  { name, lang, now }: Readonly<{ name: string; lang: Language; now: Date }>,
): Promise<TableFile | null> {
  const [, viewName, format] = NAME.exec(name) ?? []
  const { catalogue, asked, rows } = found
  if (format === undefined || rows.length === 0) return null
  const saying = { lang, catalogue, of: asked.of }
  const years = asked.years.join('-')
  const source = sourceSaid(found, lang, now)
  if (format === 'csv' || format === 'xlsx') {
    if (viewName !== undefined) return null
    const table = comparisonTable(saying, rows, source)
    const widths = (table[0] ?? []).map((_, at) => (at < 2 ? 40 : 16))
    const look = { sheet: comparisonText(lang).file.sheet, widths }
    return writeTable(table, { format, name: `compare-${asked.of}-${years}`, look })
  }
  const view = VIEWS.find((one) => one === viewName)
  // A dumbbell has two ends.
  if (view === undefined || (view === 'dumbbell' && asked.years.length !== 2) || !rows.some(hasFigure))
    return null
  const chart = comparisonSvg(saying, rows, { view, theme: 'paper', width: 'wide' })
  const svg = framedPicture(chart, { title: headOf(saying, rows, view).title, source })
  const fileName = `compare-${asked.of}-${view}-${years}.${format}`
  return format === 'svg'
    ? { bytes: new TextEncoder().encode(svg), type: 'image/svg+xml; charset=utf-8', fileName }
    : { bytes: svgToPng(svg, PNG_WIDTH).png, type: 'image/png', fileName }
}
