import { data } from 'react-router'
import { formatDay } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { YearFigures } from '../parts/year-figures.tsx'
import { HEADS_DATASET, STATISTICS_DATASET } from '../protected-datasets.server.ts'
import { reporterVisit } from '../reporting/reporter-visit.server.ts'
import { findPublicStatistics } from '../statistics/public-statistics.server.ts'
import { statisticsText } from '../text/statistics.ts'
import '../../../ui/data.css'
import type { Route } from './+types/channel-statistics-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, lang } = await reporterVisit(context, request)
  if (ctx === null) throw data(null, 503)
  const { heads, ...statistics } = await findPublicStatistics(ctx)
  return {
    lang,
    ...statistics,
    head: heads[0] ?? null,
    datasets: [STATISTICS_DATASET, HEADS_DATASET] as const,
  }
}

/** What came through the channel and what became of it, as far as it can be told. */
export default function ChannelStatisticsPage({ loaderData }: Route.ComponentProps) {
  const { lang, years, until, nextOn, head, categories, datasets } = loaderData
  const text = statisticsText(lang)
  const [statistics, heads] = datasets
  return (
    <>
      <title>{text.title}</title>
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.channel, to: addressOf.sitePage(lang, 'whistleblow') },
          { label: text.title, to: null },
        ]}
      />
      <div className="page-head">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
      </div>
      <div className="stack wide">
        <p className="muted">
          {until === null
            ? text.notYet(formatDay(nextOn, lang))
            : `${text.until(formatDay(until, lang))} · ${text.next(formatDay(nextOn, lang))}`}
        </p>
        <p>{text.rule}</p>
        {years.map((year) => (
          <YearFigures key={year.fiscalYear} lang={lang} year={year} categories={categories} until={until} />
        ))}
        <section className="stack" aria-labelledby="files">
          <h2 id="files">{text.files}</h2>
          <ul>
            {(['csv', 'json'] as const).map((form) => (
              <li key={form}>
                <a href={addressOf.dataFile(statistics, `${statistics}.${form}`)}>{form.toUpperCase()}</a>
              </li>
            ))}
            <li>
              <a href={addressOf.data(lang, statistics)}>{text.toDataset}</a>
            </li>
          </ul>
        </section>
        {head !== null && (
          <section className="stack" aria-labelledby="head">
            <h2 id="head">{text.head}</h2>
            <p>{text.headLead}</p>
            <p>
              {text.headOf(formatDay(head.day, lang))} <code className="long-code">{head.head}</code>
            </p>
            <p>
              <a href={addressOf.data(lang, heads)}>{text.toHeads}</a>
            </p>
          </section>
        )}
      </div>
    </>
  )
}
