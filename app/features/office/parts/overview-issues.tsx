import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { MeasureStateChip } from '../../improvement/index.parts.ts'
import type { YearOverviewData } from '../overview/year-overview.queries.server.ts'
import { overviewText } from '../text/pages.ts'
import { unitShort } from './unit-label.ts'

/** The issues of the year, each with how far its measures are. */
export function IssueCards({ lang, year }: { lang: Language; year: YearOverviewData }) {
  const { issues: text } = overviewText(lang)
  return (
    <section className="stack" aria-labelledby="issues">
      <h2 id="issues">{text.title}</h2>
      {year.issues.length === 0 && <p className="muted">{text.noneChosen}</p>}
      <ul className="cards issue-cards">
        {year.issues.map((issue) => (
          <li key={issue.id}>
            <IssueCard lang={lang} issue={issue} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function IssueCard({ lang, issue }: { lang: Language; issue: YearOverviewData['issues'][number] }) {
  const { issues: text } = overviewText(lang)
  const { id, number, title, counts, evidenceBeside } = issue
  const { all, done, inReview, late, missing, evidence, nextDue } = counts
  return (
    <article className="card" aria-labelledby={`issue-${id}`}>
      <p className="small muted">{text.number(number)}</p>
      <h3 id={`issue-${id}`}>
        <a href={addressOf.office(lang, `issues/${id}`)}>{title}</a>
      </h3>
      {all === 0 ? (
        <Chip state="none">{text.noMeasures}</Chip>
      ) : (
        <>
          <p className="small">{text.done(done, all)}</p>
          <progress value={done} max={all} aria-label={text.done(done, all)} />
          <p className="chips">
            {late > 0 && <Chip state="late">{text.late(late)}</Chip>}
            {inReview > 0 && <Chip state="review">{text.inReview(inReview)}</Chip>}
            {missing > 0 && (
              <Chip state="returned" icon="warning">
                {text.missing(missing)}
              </Chip>
            )}
            {missing === 0 && done === all && <Chip state="done">{text.done(done, all)}</Chip>}
          </p>
          <p className="small muted foot">
            {text.evidence(evidence + evidenceBeside)} ·{' '}
            {nextDue === null ? text.noDue : text.nextDue(formatDay(nextDue, lang))}
          </p>
        </>
      )}
    </article>
  )
}

/** The measures that are as chosen. */
export function ChosenMeasures({ lang, year }: { lang: Language; year: YearOverviewData }) {
  const { measures: text } = overviewText(lang)
  const { columns } = text
  return (
    <section className="stack" aria-labelledby="chosen">
      <h2 id="chosen">{text.title}</h2>
      <DataTable
        caption={text.title}
        columns={[
          { label: columns.measure },
          { label: columns.units },
          { label: columns.due },
          { label: columns.evidence, look: 'end' },
          { label: columns.state },
        ]}
        rows={year.lines.map((line) => ({
          key: line.id,
          cells: [
            <a key="title" href={addressOf.office(lang, `measures/${line.id}`)}>
              {line.issue}.{line.number} {line.title}
            </a>,
            line.units.length === 0
              ? text.noUnit
              : line.units.map((unit) => unitShort(unit, lang)).join(', '),
            line.dueOn === null ? text.noDue : formatDay(line.dueOn, lang),
            line.evidence,
            <MeasureStateChip
              key="state"
              lang={lang}
              state={line.state}
              dueOn={line.dueOn}
              today={year.today}
            />,
          ],
        }))}
      />
    </section>
  )
}
