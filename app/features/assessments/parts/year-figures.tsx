import type { Language } from '../../../i18n/language.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import type { Mismatch } from '../results/recompute.domain.ts'
import type { ItemGroup, YearOverview } from '../results/year-overview.domain.ts'
import type { Score } from '../score.domain.ts'
import { scoresPageText } from '../text/scores-page.ts'

/** A survey with more scores than so many is unfolded by who wants it: the page stays short on a phone. */
const SHOWN_AT_ONCE = 12

type FiguresProps = Readonly<{ lang: Language; overview: YearOverview }>

/** The ten indicators: as announced, or computed where all items are known. */
export function IndicatorFigures({ lang, overview }: FiguresProps) {
  const { indicators: text, unverified, level } = scoresPageText(lang)
  return (
    <section className="stack" aria-labelledby="indicators-title">
      <h2 id="indicators-title">{text.title}</h2>
      <DataTable
        caption={text.title}
        columns={[
          { label: text.indicator },
          { label: text.instrument },
          { label: text.value, look: 'end' },
          { label: text.items, look: 'end' },
          { label: text.origin },
        ]}
        rows={overview.indicators.map((one) => ({
          key: one.ref,
          cells: [
            <Name
              key="name"
              title={`${one.number} ${one.title?.[lang] ?? ''}`}
              mark={one.isUnverified ? unverified : null}
            />,
            one.instrument,
            one.printed ?? one.computed ?? '–',
            text.counted(one.known, one.parts),
            one.source !== null
              ? `${level.origins.printed}: ${sourceIn(lang, one.source)}`
              : one.computed === null
                ? text.none
                : text.computed,
          ],
        }))}
      />
    </section>
  )
}

/** Scores of the items, survey by survey, and which have none. */
export function ItemFigures({ lang, overview }: FiguresProps) {
  const { items: text } = scoresPageText(lang)
  const groups = overview.groups.filter(({ scored, missing }) => scored.length + missing.length > 0)
  if (groups.length === 0) return null
  const unknown = overview.groups.filter((group) => !groups.includes(group))
  return (
    <section className="stack" aria-labelledby="items-title">
      <h2 id="items-title">{text.title}</h2>
      {groups.map((group) => (
        <ItemTable key={group.instrument} lang={lang} year={overview.year} group={group} />
      ))}
      {unknown.length > 0 && <p>{text.unknown(unknown.map(({ instrument }) => instrument).join(', '))}</p>}
    </section>
  )
}

function ItemTable({ lang, year, group }: { lang: Language; year: number; group: ItemGroup }) {
  const { items: text, instruments, unverified } = scoresPageText(lang)
  const { instrument, scored, missing } = group
  const all = scored.length + missing.length
  // A column in which nothing stands is said in a sentence.
  const hasN = scored.some(({ nAnswered }) => nAnswered !== null)
  return (
    <div className="stack">
      <h3>
        {instrument} <span className="muted">{instruments[instrument]}</span>
      </h3>
      <p>
        {scored.length === 0 ? text.none(all) : text.counted(scored.length, all)}
        {scored.length > 0 && !hasN && ` ${text.noNs}`}
      </p>
      {scored.length > 0 && (
        <details className="items-fold" open={scored.length <= SHOWN_AT_ONCE}>
          <summary>{text.caption(instrument, year)}</summary>
          <DataTable
            caption={text.caption(instrument, year)}
            columns={[
              { label: text.item },
              { label: text.name },
              { label: text.value, look: 'end' },
              ...(hasN ? [{ label: text.n, look: 'end' as const }] : []),
              { label: text.source },
            ]}
            rows={scored.map(({ ref, title, value, nAnswered, nRequired, source, isUnverified }) => ({
              key: ref,
              cells: [
                codeOf(ref),
                <Name key="name" title={title?.[lang] ?? ''} mark={isUnverified ? unverified : null} />,
                value,
                ...(hasN ? [nAnswered === null ? text.noN : text.answered(nAnswered, nRequired)] : []),
                sourceIn(lang, source),
              ],
            }))}
          />
        </details>
      )}
      {scored.length > 0 && missing.length > 0 && (
        <p>
          {text.missing}: {missing.map(codeOf).join(', ')}
        </p>
      )}
    </div>
  )
}

/** Every place where the announced figure and the computed one differ. */
export function MismatchList({ lang, overview }: FiguresProps) {
  const { mismatches: text } = scoresPageText(lang)
  const { mismatches, checked } = overview
  return (
    <section className="stack" aria-labelledby="mismatches-title">
      <h2 id="mismatches-title">{text.title}</h2>
      <p>{text.lead}</p>
      <p>{mismatches.length === 0 ? text.none(checked) : text.found(mismatches.length, checked)}</p>
      {mismatches.length > 0 && (
        <DataTable
          caption={text.title}
          columns={[
            { label: text.part },
            { label: text.printed, look: 'end' },
            { label: text.computed, look: 'end' },
            { label: text.difference, look: 'end' },
            { label: text.note },
          ]}
          rows={mismatches.map((one) => ({
            key: one.of,
            cells: [
              partIn(lang, one, overview),
              valueIn(lang, one, one.printed, overview),
              valueIn(lang, one, one.computed, overview),
              one.difference ?? '–',
              one.isRoundingSized ? text.rounding : text.ask,
            ],
          }))}
        />
      )}
    </section>
  )
}

function partIn(lang: Language, { of }: Mismatch, { indicators }: YearOverview): string {
  const { mismatches: text } = scoresPageText(lang)
  if (of === 'total') return text.total
  if (of === 'level') return text.level
  const indicator = indicators.find(({ ref }) => ref === of)
  return indicator ? `${text.indicator(indicator.number)} ${indicator.title?.[lang] ?? ''}` : of
}

function valueIn(lang: Language, { of, outOf }: Mismatch, value: string, { levels }: YearOverview): string {
  if (of === 'level') return levels.find(({ key }) => key === value)?.title[lang] ?? value
  return outOf === null || outOf === '100' ? value : scoresPageText(lang).mismatches.outOf(value, outOf)
}

const Name = ({ title, mark }: { title: string; mark: string | null }) => (
  <>
    {title} {mark !== null && <Chip state="none">{mark}</Chip>}
  </>
)

const sourceIn = (lang: Language, { fileName, row, importedAt }: Score['source']): string =>
  scoresPageText(lang).source(fileName, row, formatDay(thaiDay(importedAt), lang))
