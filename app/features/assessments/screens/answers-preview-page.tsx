import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { columnLetters } from '../../../platform/office-files/sheet-guard.server.ts'
import { EMPTY_FORM, ErrorSummary, SelectField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { type CellToCorrect, SheetFaultList } from '../../../ui/sheet-import.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import type { AnswersError } from '../answers/answers.errors.ts'
import { findAnswersUpload } from '../answers/answers.queries.server.ts'
import { obstacleTo, surveyYears } from '../answers/plan-answers.server.ts'
import { dropAnswers } from '../answers/usecases/drop-answers.server.ts'
import { importAnswers } from '../answers/usecases/import-answers.server.ts'
import { previewAnswers } from '../answers/usecases/preview-answers.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { AnswersPlanView } from '../parts/answers-plan.tsx'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { answersCellText, answersFaultText } from '../text/answers-faults.ts'
import { answersPreviewText } from '../text/answers-preview.ts'
import type { Route } from './+types/answers-preview-page'

const MOST_SHOWN = 200

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const upload = await findAnswersUpload(ctx, params.uploadId)
  if (!upload) throw redirect(`${addressOf.office(lang, 'scores/answers')}?done=gone`, 303)
  const catalogue = await catalogueFor(ctx)
  const years = surveyYears(catalogue)
  const asked = Number(searchParams.get('year'))
  const year = years.includes(asked) ? asked : (years[0] ?? asked)
  const agency = searchParams.get('agency')
  const previewed = await previewAnswers(ctx, {
    bytes: upload.content,
    year,
    agency: agency ?? ctx.agency.code,
  })
  const shared = { lang, years, year, fileName: upload.fileName, here: `${pathname}` }
  if (previewed.ok)
    return {
      ...shared,
      plan: previewed.value,
      framework: frameworkOf(catalogue, year),
      obstacle: obstacleTo(previewed.value)?.code ?? null,
      refused: null,
    }
  if (previewed.error.code === 'permission.refused') throw await permissionRefused(ctx, previewed.error)
  const { error } = previewed
  return { ...shared, plan: null, framework: null, obstacle: null, refused: refusedFile(lang, error) }
}

type Refused = Readonly<{ fault: string; cells: readonly CellToCorrect[]; found: number }>

/** Why a file cannot be read, and what is to be corrected where. */
function refusedFile(lang: Language, error: Exclude<AnswersError, PermissionRefusal>): Refused {
  const text = answersPreviewText(lang)
  const cells = 'cells' in error ? error.cells : []
  return {
    fault: answersFaultText(lang, error.code),
    cells: cells.slice(0, MOST_SHOWN).map(({ sheet, row, column, ...fault }) => ({
      place: text.place(sheet, `${columnLetters(column)}${row}`),
      sentence: answersCellText(lang, fault),
    })),
    found: cells.length,
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const page = addressOf.office(lang, 'scores/answers')
  if (sent.get('act') === 'drop') {
    const dropped = await dropAnswers(ctx, { uploadId: params.uploadId })
    if (!dropped.ok && dropped.error.code === 'permission.refused')
      throw await permissionRefused(ctx, dropped.error)
    throw redirect(`${page}?done=dropped`, 303)
  }
  const year = Number(sent.get('year'))
  const upload = await findAnswersUpload(ctx, params.uploadId)
  if (!upload) throw redirect(`${page}?done=gone`, 303)
  const imported = await importAnswers(ctx, {
    bytes: upload.content,
    uploadId: upload.id,
    year,
    agency: String(sent.get('agency') ?? ''),
    fileName: upload.fileName,
    sourceNote: upload.sourceNote,
    seen: String(sent.get('seen') ?? ''),
  })
  if (imported.ok) {
    const { IIT, EIT } = imported.value
    throw redirect(`${page}?year=${year}&done=imported&a=${IIT}&b=${EIT}`, 303)
  }
  if (imported.error.code === 'permission.refused') throw await permissionRefused(ctx, imported.error)
  const { code } = imported.error
  const status = code === 'answers.changed-since' ? 409 : 422
  return data({ fault: answersFaultText(lang, code) }, status)
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, plan, framework, obstacle, refused, fileName, year, here } = loaderData
  const text = answersPreviewText(lang)
  const fault = actionData?.fault ?? (obstacle ? answersFaultText(lang, obstacle) : null)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead(fileName, year)} />
      <ResultTabs lang={lang} open="answers" />
      <div className="stack">
        {refused && <SheetFaultList text={text} {...refused} />}
        {fault !== null && (
          <ErrorSummary form={{ values: {}, errors: { '': fault } }} title={text.errorTitle} />
        )}
        <Choice loaderData={loaderData} />
        {plan && framework && (
          <>
            {plan.agencies.length === 1 && <Notice>{text.agencyIs(plan.agencies[0] ?? '')}</Notice>}
            {plan.chosen !== null && <AnswersPlanView lang={lang} framework={framework} plan={plan} />}
          </>
        )}
        <form method="post" className="form" action={here}>
          {plan && (
            <>
              <input type="hidden" name="year" value={plan.year} />
              <input type="hidden" name="agency" value={plan.chosen ?? ''} />
              <input type="hidden" name="seen" value={plan.seen} />
            </>
          )}
          <div className="actions">
            {plan && obstacle === null && (
              <button type="submit" className="button primary" name="act" value="import">
                <Icon name="upload" />
                {text.confirm}
              </button>
            )}
            <button type="submit" className="button" name="act" value="drop">
              {text.drop}
            </button>
          </div>
        </form>
      </div>
    </>
  )
}

type Loaded = Route.ComponentProps['loaderData']

/** The year by which the file is read, and of several agencies which one is this; another choice reads it again. */
function Choice({ loaderData: { lang, plan, years, year, here } }: { loaderData: Loaded }) {
  const text = answersPreviewText(lang)
  return (
    <form method="get" className="form" action={here}>
      <SelectField
        form={{ values: { year: String(year) }, errors: {} }}
        name="year"
        label={text.year}
        choices={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      {plan && plan.agencies.length > 1 && (
        <SelectField
          form={{ ...EMPTY_FORM, values: { agency: plan.chosen ?? '' } }}
          name="agency"
          label={text.agency}
          choices={[
            { value: '', label: text.agencyNone },
            ...plan.agencies.map((code) => ({ value: code, label: code })),
          ]}
        />
      )}
      <button type="submit" className="button">
        <Icon name="again" />
        {text.choose}
      </button>
    </form>
  )
}
