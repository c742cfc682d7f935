import type { Bilingual, Language } from '../../../i18n/language.ts'
import { codeOf, type ItemRef } from '../../../kernel/item-ref.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { FigureRecord } from '../reading/figure.domain.ts'
import type { PreviewedScores } from '../reading/result-plan.server.ts'
import type { Figure, Mismatch, Recomputed } from '../results/recompute.domain.ts'
import type { TotalPart } from '../results/result.domain.ts'
import { resultMappingText } from '../text/result-mapping.ts'

/** Titles of items and indicators, and of levels by their key. */
export type FigureNames = Readonly<{
  titles: Readonly<Record<string, Bilingual>>
  levels: Readonly<Record<string, Bilingual>>
}>
type Named = Readonly<{ lang: Language; names: FigureNames }>

const CHANGES_SHOWN = 200

const scoreName = ({ lang, names }: Named, ref: ItemRef) => {
  const title = names.titles[ref]?.[lang]
  const number = /^ind(.+)$/u.exec(codeOf(ref))?.[1]
  const code = number === undefined ? codeOf(ref) : resultMappingText(lang).indicator(number)
  return title === undefined ? code : `${code} ${title}`
}

const figureValue = ({ lang, names }: Named, part: TotalPart | null, value: string, outOf: string | null) => {
  if (part === 'level') return names.levels[value]?.[lang] ?? value
  return outOf === null || outOf === '100' ? value : resultMappingText(lang).outOf(value, outOf)
}

/** What the first cells become. */
export function FirstFigures({
  lang,
  names,
  first,
  records,
}: Named & Readonly<{ first: readonly FigureRecord[]; records: number }>) {
  const text = resultMappingText(lang)
  const hasAgencies = first.some(({ agency }) => agency !== null)
  return (
    <section className="stack" aria-labelledby="first-title">
      <h3 id="first-title">{text.firstTitle}</h3>
      <p>{text.firstCount(first.length, records)}</p>
      <DataTable
        caption={text.firstTitle}
        columns={[
          { label: text.firstColumns.row },
          ...(hasAgencies ? [{ label: text.firstColumns.agency }] : []),
          { label: text.firstColumns.year },
          { label: text.firstColumns.figure },
          { label: text.firstColumns.value, look: 'end' },
        ]}
        rows={first.map(({ agency, year, figure, value, outOf, sheet, row, column }) => ({
          key: `${sheet} ${row} ${column}`,
          cells: [
            sheet === null ? row : `${sheet} ${row}`,
            ...(hasAgencies ? [agency?.name ?? ''] : []),
            year,
            figure.kind === 'score' ? scoreName({ lang, names }, figure.ref) : text.parts[figure.part],
            figureValue({ lang, names }, figure.kind === 'total' ? figure.part : null, value, outOf),
          ],
        }))}
      />
    </section>
  )
}

/** What the file would do to the results that are there, and whether its figures agree with each other. */
export function ScoresPreview({ lang, names, shown }: Named & Readonly<{ shown: PreviewedScores }>) {
  const text = resultMappingText(lang)
  const { scores, totals, unchanged } = shown.plan
  const changes = [
    ...scores.map((score) => ({
      ...score,
      key: score.ref,
      name: scoreName({ lang, names }, score.ref),
      part: null,
      outOf: null,
    })),
    ...totals.map((total) => ({
      ...total,
      key: `${total.year} ${total.part}`,
      name: text.parts[total.part],
    })),
  ]
  const corrected = changes.filter(({ kind }) => kind === 'corrected').length
  const columns = text.changeColumns
  return (
    <>
      <p>{text.counts(changes.length - corrected, corrected, unchanged, shown.gaps)}</p>
      {changes.length === 0 && <Notice kind="done">{text.nothing}</Notice>}
      {shown.recomputed.map((recomputed) => (
        <RecomputedTable key={recomputed.year} lang={lang} names={names} recomputed={recomputed} />
      ))}
      {changes.length > 0 && (
        <section className="stack" aria-labelledby="changes-title">
          <h3 id="changes-title">{text.changes}</h3>
          {changes.length > CHANGES_SHOWN && <p>{text.moreChanges(CHANGES_SHOWN, changes.length)}</p>}
          <DataTable
            caption={text.changes}
            columns={[
              { label: columns.figure },
              { label: columns.year },
              { label: columns.change },
              { label: columns.was, look: 'end' },
              { label: columns.value, look: 'end' },
            ]}
            rows={changes.slice(0, CHANGES_SHOWN).map((change) => ({
              key: change.key,
              cells: [
                change.name,
                change.year,
                <Chip
                  key="kind"
                  state={change.kind === 'added' ? 'done' : 'review'}
                  icon={change.kind === 'added' ? 'add' : 'edit'}
                >
                  {text.kinds[change.kind]}
                </Chip>,
                change.was === null ? '' : figureValue({ lang, names }, change.part, change.was, null),
                figureValue({ lang, names }, change.part, change.value, change.outOf),
              ],
            }))}
          />
        </section>
      )}
    </>
  )
}

function RecomputedTable({ lang, names, recomputed }: Named & Readonly<{ recomputed: Recomputed }>) {
  const text = resultMappingText(lang)
  const { year, refusal, mismatches, level } = recomputed
  const title = text.recomputedTitle(year)
  const id = `recomputed-${year}`
  if (refusal !== null)
    return (
      <section className="stack" aria-labelledby={id}>
        <h3 id={id}>{title}</h3>
        <p>{text.cannotRecompute}</p>
      </section>
    )
  const titleOfLevel = (key: string | null) => (key === null ? '' : (names.levels[key]?.[lang] ?? key))
  const figures: readonly Readonly<{ of: Mismatch['of']; name: string; figure: Figure }>[] = [
    ...recomputed.indicators.map((figure) => ({
      of: figure.ref,
      name: scoreName({ lang, names }, figure.ref),
      figure,
    })),
    ...recomputed.instruments.map((figure) => ({
      of: figure.instrument,
      name: text.parts[figure.instrument],
      figure,
    })),
    { of: 'total', name: text.parts.total, figure: recomputed.total },
  ]
  const isAnyCompared =
    figures.some(({ figure }) => figure.printed !== null && figure.computed !== null) ||
    (level.printed !== null && level.computed !== null)
  const differing = new Map(mismatches.map((mismatch) => [mismatch.of, mismatch]))
  const columns = text.recomputedColumns
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <Notice kind={mismatches.length === 0 ? 'plain' : 'warning'}>
        {isAnyCompared ? text.mismatches(mismatches.length) : text.nothingCompared}
      </Notice>
      <DataTable
        caption={title}
        columns={[
          { label: columns.figure },
          { label: columns.printed, look: 'end' },
          { label: columns.computed, look: 'end' },
          { label: columns.state },
        ]}
        rows={[
          ...figures.map(({ of, name, figure }) => {
            const mismatch = differing.get(of) ?? null
            return {
              key: of,
              cells: [
                name,
                mismatch === null
                  ? (figure.printed ?? '')
                  : figureValue({ lang, names }, null, mismatch.printed, mismatch.outOf),
                mismatch === null
                  ? (figure.computed ?? '')
                  : figureValue({ lang, names }, null, mismatch.computed, mismatch.outOf),
                <FigureState key="state" lang={lang} figure={figure} mismatch={mismatch} />,
              ],
            }
          }),
          {
            key: 'level',
            cells: [
              text.parts.level,
              titleOfLevel(level.printed),
              level.computed?.certainty === 'unverified'
                ? `${level.computed.title[lang]} (${text.unverified})`
                : (level.computed?.title[lang] ?? ''),
              <LevelState key="state" lang={lang} level={level} />,
            ],
          },
        ]}
      />
    </section>
  )
}

type StateProps = Readonly<{ lang: Language; figure: Figure; mismatch: Mismatch | null }>

function FigureState({ lang, figure, mismatch }: StateProps) {
  const text = resultMappingText(lang)
  if (mismatch?.isRoundingSized) return <Chip state="review">{text.rounding(mismatch.difference ?? '')}</Chip>
  if (mismatch !== null) return <Chip state="late">{text.differs(mismatch.difference ?? '')}</Chip>
  if (figure.parts === 0) return <Chip state="none">{text.noParts}</Chip>
  if (figure.computed === null)
    return <Chip state="none">{text.notComputed(figure.known, figure.parts)}</Chip>
  if (figure.printed === null) return <Chip state="none">{text.notPrinted}</Chip>
  return <Chip state="done">{text.agrees}</Chip>
}

function LevelState({ lang, level }: Readonly<{ lang: Language; level: Recomputed['level'] }>) {
  const text = resultMappingText(lang)
  if (level.computed === null || level.printed === null)
    return level.printed === null ? <Chip state="none">{text.notPrinted}</Chip> : null
  return level.printed === level.computed.key ? (
    <Chip state="done">{text.agrees}</Chip>
  ) : (
    <Chip state="late">{text.differsLevel}</Chip>
  )
}
