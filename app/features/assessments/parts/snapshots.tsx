import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { refSaid } from '../comparison/said-rows.domain.ts'
import { comparisonText } from '../comparison/text/index.ts'
import type { TotalPart } from '../results/result.domain.ts'
import type { ChangedFigure } from '../snapshots/changes-since.domain.ts'
import type { Snapshot } from '../snapshots/snapshot.domain.ts'
import { comparePageText } from '../text/compare-page.ts'

/** Snapshots that are kept, what can be seen of each, and the form that keeps one. */
export function SnapshotList({
  lang,
  snapshots,
  form,
}: Readonly<{
  lang: Language
  snapshots: readonly Snapshot[]
  /** Null for who may keep none. */
  form: FormView | null
}>) {
  const text = comparePageText(lang).snapshots
  const here = addressOf.office(lang, 'scores/compare')
  return (
    <section className="stack" id="snapshots" aria-labelledby="snapshots-title">
      <h2 id="snapshots-title">{text.title}</h2>
      <p>{text.lead}</p>
      {snapshots.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <DataTable
          caption={text.title}
          columns={[
            { label: text.columns.name },
            { label: text.columns.years },
            { label: text.columns.made },
            { label: text.columns.hash },
            { label: text.columns.open, look: 'do', isHidden: true },
          ]}
          rows={snapshots.map(({ id, name, years, madeAt, madeBy, contentHash }) => ({
            key: id,
            cells: [
              name,
              years.toReversed().join(', '),
              text.made(formatDay(thaiDay(madeAt), lang), madeBy),
              <code key="hash" className="snapshot-hash">
                {contentHash}
              </code>,
              <span key="do" className="snapshot-links">
                {years.length > 1 && <a href={`${here}?snapshot=${id}`}>{text.compare}</a>}
                <a href={`${here}?since=${id}`}>{text.since}</a>
              </span>,
            ],
          }))}
        />
      )}
      {form !== null && (
        <form method="post" action={`${here}#snapshots`} className="stack">
          <TextField
            form={form}
            name="name"
            id="snapshot-name"
            label={text.name}
            hint={text.nameHint}
            required
          />
          <div className="actions">
            <button type="submit" className="button primary">
              <Icon name="seal" />
              {text.keep}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}

export type ShownChanges = Readonly<{
  snapshot: Snapshot
  year: number
  changed: readonly ChangedFigure[]
  same: number
}>

/** What became of the figures of one year since a snapshot. */
export function ChangesSince({
  lang,
  changes: { snapshot, year, changed, same },
}: Readonly<{ lang: Language; changes: ShownChanges }>) {
  const text = comparePageText(lang)
  const { since } = text
  const here = addressOf.office(lang, 'scores/compare')
  return (
    <section className="stack" aria-labelledby="since-title">
      <h2 id="since-title">{since.title(snapshot.name)}</h2>
      <p>{since.lead(formatDay(thaiDay(snapshot.madeAt), lang))}</p>
      <FilterChips
        label={since.years}
        choices={snapshot.years.map((one) => ({
          label: comparisonText(lang).year(one),
          to: `${here}?since=${snapshot.id}&year=${one}`,
          isChosen: one === year,
        }))}
      />
      {changed.length === 0 ? (
        <p>{since.none(same)}</p>
      ) : (
        <>
          <p>{since.count(changed.length, same)}</p>
          <DataTable
            caption={since.title(snapshot.name)}
            columns={[
              { label: since.columns.of },
              { label: since.columns.was, look: 'end' },
              { label: since.columns.now, look: 'end' },
              { label: since.columns.change },
            ]}
            rows={changed.map(({ of, was, now }) => ({
              key: of,
              cells: [
                nameOf(lang, of),
                <Figure key="was" lang={lang} figure={was} />,
                <Figure key="now" lang={lang} figure={now} />,
                was === null ? since.added : now === null ? since.gone : since.corrected,
              ],
            }))}
          />
        </>
      )}
      <p>
        <a href={here}>{since.back}</a>
      </p>
    </section>
  )
}

function nameOf(lang: Language, of: ChangedFigure['of']): string {
  const words = comparisonText(lang)
  if (!isPart(of)) return refSaid({ lang }, of)
  if (of === 'level') return comparePageText(lang).since.level
  return of === 'total' ? words.total : words.instruments[of]
}

const PARTS: readonly string[] = ['IIT', 'EIT', 'OIT', 'total', 'level'] satisfies TotalPart[]
const isPart = (of: ChangedFigure['of']): of is TotalPart => PARTS.includes(of)

function Figure({ lang, figure }: Readonly<{ lang: Language; figure: ChangedFigure['was'] }>) {
  if (figure === null) return <span className="gap">{comparisonText(lang).gaps['not-imported']}</span>
  const { value, outOf, nAnswered, nRequired } = figure
  return (
    <>
      {outOf === null || outOf === '100' ? value : comparePageText(lang).since.outOf(value, outOf)}
      {nAnswered !== null && (
        <span className="under">{comparisonText(lang).answered(nAnswered, nRequired)}</span>
      )}
    </>
  )
}
