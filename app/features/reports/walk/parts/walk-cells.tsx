import type { Language } from '../../../../i18n/language.ts'
import { nameInIssue } from '../text/index.ts'
import { whyPageText } from '../text/why-page.ts'
import type { CellWalk, Walk } from '../walk.domain.ts'
import { CellLine } from './cell-line.tsx'

type Props = Readonly<{
  lang: Language
  walk: Walk
  issues: readonly Readonly<{ number: number; title: string }>[]
}>

/** Every cell of the report in the order of the paper, issue by issue. */
export function WalkCells({ lang, walk, issues }: Props) {
  const text = whyPageText(lang)
  const whole = walk.cells.filter(({ issue }) => issue === null)
  return (
    <>
      <p className="muted no-print">{text.openAll}</p>
      {issues.map(({ number, title }) => (
        <section key={number} aria-labelledby={`walk-issue-${number}`} className="stack">
          <h2 id={`walk-issue-${number}`}>{text.issue(number, title)}</h2>
          <Lines lang={lang} walk={walk} cells={walk.cells.filter(({ issue }) => issue === number)} />
        </section>
      ))}
      <section aria-labelledby="walk-whole" className="stack">
        <h2 id="walk-whole">{text.wholeReport}</h2>
        <Lines lang={lang} walk={walk} cells={whole} />
      </section>
    </>
  )
}

type LinesProps = Readonly<{ lang: Language; walk: Walk; cells: readonly CellWalk[] }>

function Lines({ lang, walk, cells }: LinesProps) {
  return (
    <div className="walk-lines">
      {cells.map((cell) => (
        <CellLine
          key={cell.id}
          lang={lang}
          cell={cell}
          name={nameInIssue(cell, lang)}
          fiscalYear={walk.report.fiscalYear}
        />
      ))}
    </div>
  )
}
