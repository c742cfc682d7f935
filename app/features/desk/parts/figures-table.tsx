import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { PUBLIC_FIGURES } from '../statistics/public-figures.ts'
import type { PublicWay } from '../statistics/public-statistics.server.ts'
import type { Statistics } from '../statistics/statistics.queries.server.ts'
import { publicStatisticsText } from '../text/public.ts'

type FiguresProps = Readonly<{ lang: Language; year: number; by: PublicWay; statistics: Statistics }>

/** The figures of a year laid out in one way. On a narrow window it is moved sideways, by the keyboard too. */
export function FiguresTable({ lang, year, by, statistics: { rows, total } }: FiguresProps) {
  const text = publicStatisticsText(lang)
  const caption = `${text.yearTitle(year)} ${text.by[by]}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved sideways must be reached by the keyboard
    <section className="table-box" aria-label={caption} tabIndex={0}>
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.first[by]}</th>
            {PUBLIC_FIGURES.map((figure) => (
              <th scope="col" key={figure} className="end">
                {text.columns[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const label = saidIn(lang, row.label)
            return (
              <tr key={row.key}>
                <th scope="row" lang={label.lang === lang ? undefined : label.lang}>
                  {label.words}
                </th>
                {PUBLIC_FIGURES.map((figure) => (
                  <td key={figure} className="end">
                    {row[figure]}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        {/* Years stand beside one another; their sum says nothing of the year that was asked for. */}
        {by !== 'year' && (
          <tfoot>
            <tr>
              <th scope="row">{text.total}</th>
              {PUBLIC_FIGURES.map((figure) => (
                <td key={figure} className="end">
                  <strong>{total[figure]}</strong>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
