import type { Language } from '../../../i18n/language.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Framework } from '../../catalogue/index.ts'
import type { PlannedFigure, TakingPlan } from '../answers/taken-figures.domain.ts'
import { answersPageText } from '../text/answers-page.ts'
import { figureName, figureValue } from './answer-results.tsx'

type Shown = Readonly<{
  lang: Language
  framework: Framework
  taking: TakingPlan
  seen: string
  /** The page of the year; the act is sent there. */
  here: string
  isOpen: boolean
}>

/** Taking computed scores as results of the year: what would change, figure by figure, before it is confirmed. */
export function AnswerTaking({ lang, framework, taking, seen, here, isOpen }: Shown) {
  const text = answersPageText(lang)
  const { figures, unchanged } = taking
  const corrected = figures.filter(({ change }) => change === 'corrected').length
  const announced = figures.filter(({ was }) => was?.isAnnounced).length
  return (
    <section className="stack" aria-labelledby="take">
      <h2 id="take">{text.takeTitle}</h2>
      <p>{text.takeLead}</p>
      {figures.length === 0 ? (
        <p>{text.takeNothing}</p>
      ) : (
        <>
          <p>{text.takeCounts(figures.length - corrected, corrected, unchanged)}</p>
          {isOpen ? (
            <>
              {announced > 0 && <Notice kind="warning">{text.takeWarning(announced)}</Notice>}
              <PlanTable lang={lang} framework={framework} figures={figures} />
              <form method="post" className="form" action={here}>
                <input type="hidden" name="seen" value={seen} />
                <div className="actions">
                  <button type="submit" className="button primary" name="act" value="take">
                    <Icon name="done" />
                    {text.takeConfirm}
                  </button>
                  <a className="button" href={here}>
                    {text.takeBack}
                  </a>
                </div>
              </form>
            </>
          ) : (
            <p>
              <a className="button" href={`${here}&take=1#take`}>
                <Icon name="review" />
                {text.takeLook}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  )
}

function PlanTable({
  lang,
  framework,
  figures,
}: Readonly<{ lang: Language; framework: Framework; figures: readonly PlannedFigure[] }>) {
  const text = answersPageText(lang)
  const columns = text.takeColumns
  return (
    <DataTable
      caption={text.takeTitle}
      columns={[
        { label: columns.figure },
        { label: columns.was, look: 'end' },
        { label: columns.now, look: 'end' },
        { label: columns.n, look: 'end' },
        { label: columns.change },
        { label: text.partColumns.mark },
      ]}
      rows={figures.map(({ of, value, was, change, nAnswered, nRequired, isUnverified }) => ({
        key: of.kind === 'score' ? of.ref : of.part,
        cells: [
          figureName(of, framework, lang),
          was === null ? '' : figureValue(of, was.value, framework, lang),
          figureValue(of, value, framework, lang),
          nAnswered === null ? '' : text.answered(nAnswered, nRequired),
          was?.isAnnounced ? text.changes.announced : text.changes[change],
          isUnverified ? text.unverified : '',
        ],
      }))}
    />
  )
}
