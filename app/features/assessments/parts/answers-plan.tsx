import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { Framework } from '../../catalogue/index.ts'
import { shownItems } from '../answers/answers-view.domain.ts'
import type { ComputedYear } from '../answers/computed-year.domain.ts'
import type { AnswersPlan } from '../answers/plan-answers.server.ts'
import { SURVEYS, type SurveyInstrument } from '../answers/survey.domain.ts'
import { FEWEST_SHOWN } from '../answers/withhold.domain.ts'
import { answersPageText } from '../text/answers-page.ts'
import { answersPreviewText } from '../text/answers-preview.ts'
import { scoreOrWhy } from './answer-results.tsx'

type Shown = Readonly<{ lang: Language; framework: Framework; plan: AnswersPlan }>

/** Who answered in the file, and what each item would become. */
export function AnswersPlanView({ lang, framework, plan }: Shown) {
  const text = answersPreviewText(lang)
  const words = answersPageText(lang)
  const columns = text.surveyColumns
  const { own, before, after } = plan.respondents
  const hasFew = plan.after.withheld.items.size + plan.before.withheld.items.size > 0
  return (
    <>
      <DataTable
        caption={text.surveysTitle}
        isCaptionHidden={false}
        columns={[
          { label: columns.instrument },
          { label: columns.own, look: 'end' },
          { label: columns.before, look: 'end' },
          { label: columns.after, look: 'end' },
          { label: columns.state },
        ]}
        rows={plan.batches.map(({ instrument, nRespondents, there }) => ({
          key: instrument,
          cells: [
            words.instruments[instrument],
            nRespondents,
            before[instrument],
            after[instrument],
            there === null ? text.isNew : text.isThere(formatDay(thaiDay(there.importedAt), lang)),
          ],
        }))}
      />
      {plan.nDisclosure > 0 && (
        <Notice kind="warning">
          {text.disclosure(plan.nDisclosure)}{' '}
          <a href={addressOf.office(lang, 'scores/import')}>{text.toResults}</a>
        </Notice>
      )}
      {hasFew && <Notice>{words.fewNote(FEWEST_SHOWN)}</Notice>}
      {SURVEYS.filter((survey) => own[survey] > 0).map((survey) => (
        <PlanItems key={survey} lang={lang} framework={framework} plan={plan} survey={survey} />
      ))}
    </>
  )
}

function PlanItems({ lang, framework, plan, survey }: Shown & { survey: SurveyInstrument }) {
  const text = answersPreviewText(lang)
  const words = answersPageText(lang)
  const columns = text.itemColumns
  const { own, before, after } = plan.respondents
  const then = new Map(shownItems(framework, plan.before, survey, before).map((item) => [item.ref, item]))
  const alone = new Map(shownItems(framework, plan.own, survey, own).map((item) => [item.ref, item]))
  const whole = (year: ComputedYear) =>
    year.withheld.instruments.has(survey)
      ? words.why.few
      : (year.result.instruments.get(survey)?.mean ?? text.none)
  return (
    <DataTable
      caption={text.itemsTitle(survey)}
      isCaptionHidden={false}
      columns={[
        { label: columns.item },
        { label: columns.before, look: 'end' },
        { label: columns.after, look: 'end' },
        { label: columns.n, look: 'end' },
        { label: columns.excluded, look: 'end' },
        { label: columns.unanswered, look: 'end' },
        { label: columns.mark },
      ]}
      rows={[
        ...shownItems(framework, plan.after, survey, after).map((item) => {
          const was = then.get(item.ref)
          const brought = alone.get(item.ref)
          return {
            key: item.ref,
            cells: [
              item.code,
              was ? scoreOrWhy(was, words) : text.none,
              scoreOrWhy(item, words),
              brought?.n ?? 0,
              brought?.excluded ?? 0,
              brought?.unanswered ?? 0,
              item.isUnverified ? words.unverified : '',
            ],
          }
        }),
        {
          key: survey,
          cells: [
            <strong key="name">{text.instrumentRow(survey)}</strong>,
            whole(plan.before),
            whole(plan.after),
            own[survey],
            '',
            '',
            '',
          ],
        },
      ]}
    />
  )
}
