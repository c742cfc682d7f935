import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { cyclesPageText } from '../text/index.ts'
import type { Year } from '../years.queries.server.ts'

type YearProps = Readonly<{ lang: Language; year: Year }>

/** Every year with what it holds, how far it is, what is published of it, and what can be done with it. */
export function YearTable({
  lang,
  years,
  mayChange,
}: {
  lang: Language
  years: readonly Year[]
  mayChange: boolean
}) {
  const text = cyclesPageText(lang)
  return (
    <DataTable
      caption={text.caption}
      columns={[
        { label: text.columns.year },
        { label: text.columns.work },
        { label: text.columns.state },
        { label: text.columns.published },
        { label: text.columns.act, isHidden: true },
      ]}
      rows={years.map((year) => ({
        key: String(year.fiscalYear),
        cells: [
          <YearName key="year" lang={lang} year={year} />,
          <Work key="work" lang={lang} year={year} />,
          <Progress key="state" lang={lang} year={year} />,
          <Publication key="published" lang={lang} year={year} />,
          <Acts key="act" lang={lang} year={year} mayChange={mayChange} />,
        ],
      }))}
    />
  )
}

function YearName({ lang, year: { fiscalYear, work } }: YearProps) {
  const name = cyclesPageText(lang).year(fiscalYear)
  return work ? <a href={addressOf.office(lang, `cycles/${fiscalYear}`)}>{name}</a> : name
}

function Work({ lang, year: { work } }: YearProps) {
  const text = cyclesPageText(lang)
  if (!work) return <span className="muted">{text.notOpen}</span>
  return (
    <span className="year-work">
      {text.issues(work.issues)}
      <span className="under">{text.measures(work.measures)}</span>
    </span>
  )
}

function Progress({ lang, year: { work } }: YearProps) {
  const text = cyclesPageText(lang)
  if (!work) return null
  if (work.measures === 0) return <span className="muted">{text.noMeasures}</span>
  return (
    <span className="chips">
      <Chip state={work.done === work.measures ? 'done' : 'working'}>
        {text.done(work.done, work.measures)}
      </Chip>
      {work.inReview > 0 && <Chip state="review">{text.inReview(work.inReview)}</Chip>}
      {work.late > 0 && <Chip state="late">{text.late(work.late)}</Chip>}
    </span>
  )
}

function Publication({ lang, year: { fiscalYear, isSaved, published, isPublishedAsIs } }: YearProps) {
  const text = cyclesPageText(lang)
  if (!published) return <span className="muted">{isSaved ? text.savedOnly : text.notPublished}</span>
  const { version, at } = published
  return (
    <>
      <a href={addressOf.report(lang, fiscalYear)}>
        {isPublishedAsIs === false ? text.publishedEarlier(version) : text.publishedAsIs(version)}
      </a>
      <span className="under">{text.publishedOn(formatDay(thaiDay(at), lang))}</span>
    </>
  )
}

function Acts({ lang, year: { fiscalYear, work, isSaved }, mayChange }: YearProps & { mayChange: boolean }) {
  const text = cyclesPageText(lang)
  const part = (name: string) => addressOf.office(lang, `cycles/${fiscalYear}${name}`)
  return (
    <span className="year-acts">
      {work && (
        <>
          <a href={part('')} aria-label={text.overviewOf(fiscalYear)}>
            {text.overview}
          </a>
          {mayChange && (
            <a href={part('/report-data')} aria-label={text.reportDataOf(fiscalYear)}>
              {text.reportData}
            </a>
          )}
          <a href={part('/report')} aria-label={text.reportOf(fiscalYear)}>
            {text.report}
          </a>
        </>
      )}
      {mayChange && !work && isSaved && (
        <form method="post" action={addressOf.office(lang, 'cycles')}>
          <input type="hidden" name="fiscalYear" value={fiscalYear} />
          <button
            type="submit"
            className="button small"
            name="act"
            value="take-up"
            aria-label={text.takeUpOf(fiscalYear)}
          >
            <Icon name="edit" />
            {text.takeUp}
          </button>
        </form>
      )}
      {mayChange && (
        <a
          className="button small"
          href={addressOf.office(lang, `cycles/copy?from=${fiscalYear}`)}
          aria-label={text.copyOf(fiscalYear)}
        >
          <Icon name="copy" />
          {text.copy}
        </a>
      )}
    </span>
  )
}
