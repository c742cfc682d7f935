import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { askedComparison } from '../comparison/asked-comparison.domain.ts'
import { findComparison } from '../comparison/comparison.queries.server.ts'
import { comparisonFile } from '../comparison/comparison-file.server.ts'
import type { Route } from './+types/compare-file'

/** What the page shows, as `compare.csv`, `compare.xlsx` or `compare-<view>.svg` and `.png`; the query is the page's. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const found = await findComparison(ctx, askedComparison(searchParams))
  const file =
    found && (await comparisonFile(found, { name: params.file, lang: languageOf(pathname), now: ctx.now() }))
  if (!file) throw data(null, 404)
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
