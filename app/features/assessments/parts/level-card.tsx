import type { Language } from '../../../i18n/language.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Instrument } from '../../catalogue/index.ts'
import { pointsShort } from '../levels/distance.domain.ts'
import { shownScore, type YearOverview } from '../results/year-overview.domain.ts'
import { scoresPageText } from '../text/scores-page.ts'

type LevelCardProps = Readonly<{ lang: Language; overview: YearOverview }>

/** The level with what it rests on, instrument by instrument, and the way to the next one. */
export function LevelCard({ lang, overview }: LevelCardProps) {
  const text = scoresPageText(lang)
  const { year, distance, printedLevel } = overview
  const { level, heldDown } = distance
  const announced = printedLevel && (printedLevel.rule?.title[lang] ?? printedLevel.key)
  const isAnythingKnown = Object.values(overview.standing.origins).some((origin) => origin !== null)
  const isUnverified = (printedLevel?.rule ?? level)?.certainty === 'unverified'
  return (
    <section className="card level-card" aria-labelledby="level-title">
      <h2 id="level-title">{text.level.title(year)}</h2>
      <p className="level-word">{announced ?? level?.title[lang] ?? text.level.none}</p>
      <ul className="level-said">
        {announced !== null && <li>{text.level.printed(announced)}</li>}
        {level !== null && <li>{text.level.computed(level.title[lang])}</li>}
        {level === null && <li>{text.level.noneWhy(missingIn(overview, text.level.total))}</li>}
        {isUnverified && <li>{text.level.unverified}</li>}
      </ul>
      {level !== null && heldDown !== null && (
        <Notice kind="warning">
          {text.level.heldDown(
            level.title[lang],
            heldDown.from.title[lang],
            heldDown.by.join(', '),
            heldDown.from.eachInstrumentAtLeast ?? '',
          )}
        </Notice>
      )}
      {isAnythingKnown && <Parts lang={lang} overview={overview} />}
      <NextLevel lang={lang} overview={overview} />
    </section>
  )
}

const missingIn = ({ standing }: YearOverview, total: string): string =>
  [
    ...(['IIT', 'EIT', 'OIT'] as const).filter((name) => standing.instruments[name] === null),
    ...(standing.total === null ? [total] : []),
  ].join(', ')

function Parts({ lang, overview }: LevelCardProps) {
  const text = scoresPageText(lang)
  const { standing, distance, bounds, year, totals } = overview
  const hasN = totals.some(({ nAnswered }) => nAnswered !== null)
  const row = (part: Instrument | 'total', value: string | null, weight: string) => {
    const origin = standing.origins[part]
    return {
      key: part,
      cells: [
        part === 'total' ? (
          text.level.total
        ) : (
          <>
            {part} <span className="muted">{text.instruments[part]}</span>
          </>
        ),
        value === null ? '–' : shownScore(value),
        origin === null ? text.level.unknown : text.level.origins[origin],
        weight,
        ...(hasN ? [answersTo(lang, overview, part)] : []),
        ...bounds.map(({ value: bound, level }) => (
          <Reached
            key={level.key}
            lang={lang}
            value={value}
            bound={part === 'total' ? level.totalAtLeast : bound}
          />
        )),
      ],
    }
  }
  return (
    <DataTable
      caption={text.level.title(year)}
      columns={[
        { label: text.level.part },
        { label: text.level.of100, look: 'end' },
        { label: text.level.origin },
        { label: text.level.weight, look: 'end' },
        ...(hasN ? [{ label: text.items.n, look: 'end' as const }] : []),
        ...bounds.map(({ value, level }) => ({ label: text.level.bound(value, level.title[lang]) })),
      ]}
      rows={[
        ...distance.instruments.map(({ instrument, score, percent }) =>
          row(instrument, score, text.level.percent(percent)),
        ),
        row('total', standing.total, text.level.percent(100)),
      ]}
    />
  )
}

function answersTo(lang: Language, { totals }: YearOverview, part: Instrument | 'total'): string {
  const { items: text } = scoresPageText(lang)
  const row = totals.find((one) => one.part === part)
  return row === undefined || row.nAnswered === null ? '–' : text.answered(row.nAnswered, row.nRequired)
}

function Reached({ lang, value, bound }: { lang: Language; value: string | null; bound: string }) {
  const { level } = scoresPageText(lang)
  if (value === null) return <>–</>
  const short = pointsShort(value, bound)
  return (
    <span className="reach">
      <Icon name={short === null ? 'yes' : 'no'} />
      {short === null ? level.reached : level.short(short)}
    </span>
  )
}

function NextLevel({ lang, overview }: LevelCardProps) {
  const text = scoresPageText(lang).next
  const { level, next, totalShort, instruments } = overview.distance
  if (level === null) return null
  if (next === null) return <p>{text.top}</p>
  const bound = next.eachInstrumentAtLeast ?? ''
  const isShort = totalShort !== null && totalShort !== '0.00'
  return (
    <div className="next-level">
      <h3>{text.title(next.title[lang])}</h3>
      <ul>
        {totalShort !== null && (
          <li>{isShort ? text.totalShort(totalShort, next.totalAtLeast) : text.totalReached}</li>
        )}
        {instruments
          .filter(({ short }) => short !== null && short !== '0.00')
          .map(({ instrument, short }) => (
            <li key={instrument}>{text.short(instrument, short ?? '', bound)}</li>
          ))}
        {instruments
          .filter(({ aloneForTotal }) => aloneForTotal !== null)
          .map(({ instrument, aloneForTotal }) => (
            <li key={instrument}>
              {aloneForTotal === 'not-possible'
                ? text.notAlone(instrument)
                : text.alone(instrument, aloneForTotal ?? '')}
            </li>
          ))}
        {instruments
          .flatMap(({ items }) => items)
          .map(({ indicator, worth, needed }) => (
            <li key={indicator}>{text.items(codeOf(indicator).replace('ind', ''), worth, needed)}</li>
          ))}
      </ul>
    </div>
  )
}
