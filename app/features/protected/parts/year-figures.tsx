import type { Language } from '../../../i18n/language.ts'
import { THAI_MONTHS } from '../../../kernel/thai-calendar.th.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { ChannelCategory } from '../settings/channel-settings.domain.ts'
import type { Interval } from '../statistics/hidden-cells.domain.ts'
import type { Figure, HalfStatistics, YearStatistics } from '../statistics/statistics.domain.ts'
import { statisticsText } from '../text/statistics.ts'

type Props = Readonly<{
  lang: Language
  year: YearStatistics
  categories: readonly ChannelCategory[]
  until: IsoDay | null
}>

/** All that is told of a fiscal year: months and quarters, halves with their parts, and how much was in time. */
export function YearFigures({ lang, year, categories, until }: Props) {
  const text = statisticsText(lang)
  const { fiscalYear, quarters, halves } = year
  const isNone = year.received.most === 0
  const isOver = quarters.at(-1)?.quarter === 4
  const id = `year-${fiscalYear}`
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{text.year(fiscalYear)}</h2>
      {isNone && (
        <p>
          <strong>
            {isOver || until === null
              ? text.none(fiscalYear)
              : text.noneSoFar(fiscalYear, formatDay(until, lang))}
          </strong>
        </p>
      )}
      <h3>{text.byMonth}</h3>
      <DataTable
        caption={`${text.year(fiscalYear)} ${text.byMonth}`}
        columns={[{ label: text.period }, { label: text.received, look: 'end' }]}
        rows={[
          ...quarters.flatMap(({ quarter, months, received }) => [
            ...months.map(({ month, received: ofMonth }) => ({
              key: month,
              cells: [monthName(month, lang), written(lang, ofMonth)],
            })),
            {
              key: `q${quarter}`,
              cells: [<strong key="q">{text.quarter(quarter)}</strong>, written(lang, received)],
            },
          ]),
          {
            key: 'sum',
            cells: [
              <strong key="sum">{isOver ? text.sum : text.received}</strong>,
              spanOf(lang, year.received),
            ],
          },
        ]}
      />
      {halves.length > 0 && (
        <>
          <h3>{text.byHalf}</h3>
          <DataTable
            caption={`${text.year(fiscalYear)} ${text.byHalf}`}
            columns={[
              { label: text.period },
              ...halves.map(({ half }) => ({ label: text.half(half), look: 'end' as const })),
            ]}
            rows={halfRows({ lang, halves, categories })}
          />
          <h3>{text.inTime}</h3>
          {halves.map((half) => (
            <InTimeTable key={half.half} lang={lang} fiscalYear={fiscalYear} half={half} />
          ))}
        </>
      )}
    </section>
  )
}

function InTimeTable({
  lang,
  fiscalYear,
  half,
}: Readonly<{ lang: Language; fiscalYear: number; half: HalfStatistics }>) {
  const text = statisticsText(lang)
  return (
    <DataTable
      caption={`${text.year(fiscalYear)} ${text.half(half.half)}`}
      isCaptionHidden={false}
      columns={[
        { label: text.stage },
        { label: text.onTime, look: 'end' },
        { label: text.late, look: 'end' },
        { label: text.share, look: 'end' },
      ]}
      rows={half.inTime.map(({ stage, inTime, late, share }) => ({
        key: stage,
        cells: [
          text.stages[stage],
          written(lang, inTime),
          written(lang, late),
          share === null ? text.noShare : `${share}`,
        ],
      }))}
    />
  )
}

function halfRows({
  lang,
  halves,
  categories,
}: Readonly<{ lang: Language; halves: readonly HalfStatistics[]; categories: readonly ChannelCategory[] }>) {
  const text = statisticsText(lang)
  const row = (key: string, label: string, pick: (half: HalfStatistics) => Figure | undefined) => ({
    key,
    cells: [label, ...halves.map((half) => writtenOr(lang, pick(half)))],
  })
  const keys = [...new Set(halves.flatMap((half) => Object.keys(half.categories)))]
  return [
    row('received', text.received, (half) => half.received),
    ...(['web', 'desk'] as const).map((key) =>
      row(`channel-${key}`, text.ofChannel(text.channels[key]), (half) => half.channels[key]),
    ),
    ...keys.map((key) =>
      row(
        `category-${key}`,
        text.ofCategory(categories.find((one) => one.key === key)?.[lang] ?? text.formerCategory(key)),
        (half) => half.categories[key],
      ),
    ),
    ...(['finished', 'closed', 'junk', 'open'] as const).map((name) =>
      row(name, text[name], (half) => half[name]),
    ),
  ]
}

const writtenOr = (lang: Language, figure: Figure | undefined): string =>
  figure ? written(lang, figure) : statisticsText(lang).noShare

const written = (lang: Language, { label, value, known }: Figure): string => {
  if (value !== null) return String(value)
  return label === 'few' ? statisticsText(lang).few : spanOf(lang, known)
}

/** What is known of a count that is not told. */
function spanOf(lang: Language, { least, most }: Interval): string {
  const text = statisticsText(lang)
  if (least === most) return String(least)
  if (least === 1 && most === 4) return text.few
  if (Number.isFinite(most)) return text.span(least, most)
  return least > 0 ? text.atLeast(least) : text.hidden
}

function monthName(month: IsoDay, lang: Language): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  if (lang === 'th') return `${THAI_MONTHS[number - 1]?.[0]} ${year + 543}`
  const english = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
  return `${english.format(Date.UTC(year, number - 1))} ${year + 543}`
}
