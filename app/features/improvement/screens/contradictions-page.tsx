import { refusalOf } from '../../../kernel/permission.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { ResultTabs } from '../../assessments/index.parts.ts'
import { ASSESSMENTS_POLICY } from '../../assessments/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import type { Route } from './+types/contradictions-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  return { lang: languageOf(new URL(request.url).pathname) }
}

export default function ContradictionsPage({ loaderData: { lang } }: Route.ComponentProps) {
  const title = lang === 'th' ? 'ข้อขัดแย้งและข้อเสนอประเด็น' : 'Contradictions and proposed issues'
  return (
    <>
      <title>{title}</title>
      <PageHead title={title} />
      <ResultTabs lang={lang} open="contradictions" />
    </>
  )
}
