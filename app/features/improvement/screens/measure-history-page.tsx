import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { listChanges } from '../history/changes.queries.server.ts'
import { historyText } from '../history/text/index.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { findMeasurePlace } from '../measures/place.queries.server.ts'
import { measureTitle } from '../measures/short-title.domain.ts'
import { HistoryList } from '../parts/history-list.tsx'
import type { Route } from './+types/measure-history-page'

export async function loader({ context, request, params: { measureId } }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const place = await findMeasurePlace(ctx, measureId)
  if (!place) throw data(null, 404)
  const page = Number(searchParams.get('page') ?? 1) || 1
  return {
    lang,
    place,
    changes: await listChanges(ctx, { kind: 'measure', objectId: measureId, page: Math.trunc(page), lang }),
  }
}

export default function MeasureHistoryPage({ loaderData: { lang, place, changes } }: Route.ComponentProps) {
  const text = historyText(lang)
  const to = addressOf.office(lang, `measures/${place.measureId}`)
  const title = text.measureTitle(`${place.issue}.${place.measure}`)
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        said={
          <>
            {measureTitle(place)}
            <br />
            {text.measureLead} <a href={to}>{text.toMeasure}</a>
          </>
        }
      />
      <HistoryList lang={lang} page={changes} here={`${to}/history`} />
    </>
  )
}
