import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { writeAnswersForm } from '../answers/answers-form.server.ts'
import { surveyOf } from '../answers/plan-answers.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import type { Route } from './+types/answers-form-file'

/** The form of a year's file of answers: `2567.xlsx`, `2567.csv`. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const [, year, format] = /^(25\d\d)\.(xlsx|csv)$/u.exec(params.file) ?? []
  const survey = year === undefined ? null : surveyOf(await catalogueFor(ctx), Number(year))
  if (!survey) throw data(null, 404)
  const { bytes, type, fileName } = await writeAnswersForm(survey.framework, survey.form, {
    format: format === 'csv' ? 'csv' : 'xlsx',
    lang: languageOf(new URL(request.url).pathname),
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` },
  })
}
