import '../../../ui/office-charts.css'
import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { chartWords } from '../charts/text/index.ts'

type ChartFigureProps = Readonly<{
  lang: Language
  id: string
  /** Says the finding; it is the chart's own title as well. */
  title: string
  /** The same chart in its two forms, as this room's charts draw them: every text in it is escaped. */
  narrow: string
  wide: string
  /** The table twin, folded under the picture. */
  table?: ReactNode
  /** Where on the page the twin stands, when it is not under the picture: "#scores-table". */
  tableAt?: string
  downloads?: readonly Readonly<{ label: string; to: string }>[]
}>

/** A chart with its caption, its table one step away, and what can be taken along. */
export function ChartFigure({
  lang,
  id,
  title,
  narrow,
  wide,
  table,
  tableAt,
  downloads = [],
}: ChartFigureProps) {
  const words = chartWords(lang)
  return (
    <figure className="chart-figure" id={id}>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here, and every text of it is escaped */}
      <div className="chart-wide" dangerouslySetInnerHTML={{ __html: wide }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here, and every text of it is escaped */}
      <div className="chart-narrow" dangerouslySetInnerHTML={{ __html: narrow }} />
      {table !== undefined && (
        <details>
          <summary>{words.showTable}</summary>
          {table}
        </details>
      )}
      {(tableAt !== undefined || downloads.length > 0) && (
        <p className="chart-onward">
          {tableAt !== undefined && <a href={tableAt}>{words.toTable}</a>}
          {downloads.length > 0 && <span>{words.downloads}</span>}
          {downloads.map(({ label, to }) => (
            <a key={to} href={to}>
              <Icon name="download" />
              {label}
            </a>
          ))}
        </p>
      )}
    </figure>
  )
}
