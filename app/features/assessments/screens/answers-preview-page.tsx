import { refusalOf } from '../../../kernel/permission.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { resultTabsText } from '../text/result-tabs.ts'
import type { Route } from './+types/answers-preview-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  return { lang: languageOf(new URL(request.url).pathname) }
}

export default function Page({ loaderData: { lang } }: Route.ComponentProps) {
  const title = resultTabsText(lang).tabs.answers
  return (
    <>
      <title>{title}</title>
      <PageHead title={title} />
      <ResultTabs lang={lang} open="answers" />
    </>
  )
}
