import '../../../ui/office-answers.css'
import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import type { AnswersError } from '../answers/answers.errors.ts'
import { listAnswerYears } from '../answers/answers.queries.server.ts'
import { findAnswersYear } from '../answers/answers-year.server.ts'
import { surveyYears } from '../answers/plan-answers.server.ts'
import { isSurvey } from '../answers/survey.domain.ts'
import { keepAnswers, LARGEST_ANSWERS } from '../answers/usecases/keep-answers.server.ts'
import { setAnswerTarget } from '../answers/usecases/set-answer-target.server.ts'
import { takeComputedScores } from '../answers/usecases/take-computed-scores.server.ts'
import { withdrawAnswers } from '../answers/usecases/withdraw-answers.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { AnswerFiles, AnswerTargets } from '../parts/answer-files.tsx'
import { AnnouncedBeside, AnswerResults } from '../parts/answer-results.tsx'
import { AnswerTaking } from '../parts/answer-taking.tsx'
import { AnswersUpload } from '../parts/answers-upload.tsx'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { oneLine } from '../reading/one-line.domain.ts'
import { answersFaultText } from '../text/answers-faults.ts'
import { answersPageText } from '../text/answers-page.ts'
import type { Route } from './+types/answers-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const [kept, catalogue] = [await listAnswerYears(ctx), await catalogueFor(ctx)]
  const forms = surveyYears(catalogue)
  const asked = Number(searchParams.get('year'))
  const year = kept.includes(asked) || forms.includes(asked) ? asked : (kept[0] ?? null)
  const count = (name: string) => Math.max(0, Math.trunc(Number(searchParams.get(name) ?? 0)) || 0)
  return {
    lang: languageOf(pathname),
    years: [...new Set([...kept, ...(year === null ? [] : [year])])].sort((a, b) => b - a),
    forms,
    year,
    shown: year === null ? null : await findAnswersYear(ctx, year),
    mayImport: refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor) === null,
    mayTake: refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor) === null,
    isTaking: searchParams.get('take') === '1',
    isNotKept: visitOf(context).kept !== null,
    done: searchParams.get('done'),
    counts: [count('a'), count('b')] as const,
  }
}

type Answer = Readonly<{ fault: string | null; form: FormView }>

export async function action({ context, request }: Route.ActionArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const year = Number(url.searchParams.get('year') ?? 0)
  const done = (code: string, counts: readonly number[] = []) => {
    const query = new URLSearchParams({ year: String(year), done: code })
    counts.forEach((count, at) => {
      query.set('ab'[at] ?? '', String(count))
    })
    return redirect(`${addressOf.office(lang, 'scores/answers')}?${query}`, 303)
  }
  const act = sent.get('act')
  if (act === 'withdraw') {
    const withdrawn = await withdrawAnswers(ctx, { batchId: String(sent.get('batchId') ?? '') })
    if (!withdrawn.ok) return refused(ctx, lang, withdrawn.error)
    throw done('withdrawn')
  }
  if (act === 'target') {
    const instrument = String(sent.get('instrument') ?? '')
    if (!isSurvey(instrument)) throw data(null, 400)
    const name = `nRequired-${instrument}`
    const typed = String(sent.get(name) ?? '').trim()
    const digits = toArabicDigits(typed).replaceAll(',', '')
    const nRequired = /^\d{1,9}$/u.test(digits) ? Number(digits) : Number.NaN
    const set = await setAnswerTarget(ctx, { year, instrument, nRequired })
    if (set.ok) throw done('target')
    if (set.error.code !== 'answers.bad-target') return refused(ctx, lang, set.error)
    const fault = answersFaultText(lang, 'answers.bad-target')
    return data<Answer>({ fault: null, form: { values: { [name]: typed }, errors: { [name]: fault } } }, 422)
  }
  if (act === 'take') {
    const taken = await takeComputedScores(ctx, { year, seen: String(sent.get('seen') ?? '') })
    if (!taken.ok) return refused(ctx, lang, taken.error)
    throw done('taken', [taken.value.added, taken.value.corrected])
  }
  return keep(ctx, lang, sent)
}

/** The file waits on the server; what it would do is shown on a page of its own. */
async function keep(ctx: Ctx, lang: Language, sent: FormData) {
  const file = sent.get('file')
  const sourceNote = oneLine(sent.get('sourceNote'))
  const kept = await keepAnswers(ctx, {
    // Of a file that is too large only so much as shows that it is.
    bytes:
      file instanceof File
        ? new Uint8Array(await file.slice(0, LARGEST_ANSWERS + 1).arrayBuffer())
        : new Uint8Array(),
    fileName: file instanceof File ? file.name : '',
    sourceNote: sourceNote === '' ? null : sourceNote,
  })
  if (!kept.ok) return refused(ctx, lang, kept.error)
  const year = Number(sent.get('year')) || 0
  throw redirect(`${addressOf.office(lang, `scores/answers/${kept.value}`)}?year=${year}`, 303)
}

async function refused(ctx: Ctx, lang: Language, error: AnswersError) {
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const status = error.code === 'answers.changed-since' ? 409 : 422
  return data<Answer>({ fault: answersFaultText(lang, error.code), form: EMPTY_FORM }, status)
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, years, forms, year, shown, mayImport, mayTake, isTaking, isNotKept } = loaderData
  const text = answersPageText(lang)
  const answer: Answer | null = actionData ?? null
  const page = addressOf.office(lang, 'scores/answers')
  const here = `${page}?year=${year}`
  const form = answer?.form ?? EMPTY_FORM
  const isEmpty = shown === null || shown.answers.batches.length === 0
  return (
    <>
      <title>{year === null ? text.title : text.yearTitle(year)}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="answers" />
      <div className="stack">
        {loaderData.done === 'gone' && (
          <Notice kind="warning">{answersFaultText(lang, 'answers.no-upload')}</Notice>
        )}
        <Done lang={lang} done={loaderData.done} counts={loaderData.counts} />
        {isNotKept && <Notice kind="warning">{text.notKept}</Notice>}
        <ErrorSummary
          form={answer?.fault ? { values: {}, errors: { '': answer.fault } } : form}
          title={text.errorTitle}
        />
        {years.length > 0 && (
          <FilterChips
            label={text.years}
            choices={years.map((one) => ({
              label: String(one),
              to: `${page}?year=${one}`,
              isChosen: one === year,
            }))}
          />
        )}
        {year !== null && shown === null && <Notice kind="warning">{text.noForm(year)}</Notice>}
        {isEmpty && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        )}
        {shown !== null && year !== null && (
          <>
            {!isEmpty && (
              <AnswerFiles lang={lang} answers={shown.answers} mayImport={mayImport} here={here} />
            )}
            <AnswerTargets
              lang={lang}
              answers={shown.answers}
              mayImport={mayImport}
              here={here}
              form={form}
            />
            {!isEmpty && (
              <>
                <AnswerResults
                  lang={lang}
                  framework={shown.framework}
                  answers={shown.answers}
                  computed={shown.computed}
                />
                <AnnouncedBeside lang={lang} framework={shown.framework} compared={shown.compared} />
                {mayTake && (
                  <AnswerTaking
                    lang={lang}
                    framework={shown.framework}
                    taking={shown.taking}
                    seen={shown.seen}
                    here={here}
                    isOpen={isTaking || answer?.fault === answersFaultText(lang, 'answers.changed-since')}
                  />
                )}
              </>
            )}
          </>
        )}
        {mayImport && <AnswersUpload lang={lang} forms={forms} year={year} />}
      </div>
    </>
  )
}

function Done({
  lang,
  done,
  counts: [a, b],
}: Readonly<{ lang: Language; done: string | null; counts: readonly [number, number] }>) {
  const words = answersPageText(lang).done
  const said =
    done === 'imported' || done === 'taken'
      ? words[done](a, b)
      : done === 'withdrawn' || done === 'target' || done === 'dropped'
        ? words[done]
        : null
  return said === null ? null : <Notice kind="done">{said}</Notice>
}
