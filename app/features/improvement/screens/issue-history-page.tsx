import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { listChanges } from '../history/changes.queries.server.ts'
import { historyText } from '../history/text/index.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { HistoryList } from '../parts/history-list.tsx'
import { findCycleWith } from '../working/working-cycle.queries.server.ts'
import type { Route } from './+types/issue-history-page'

export async function loader({ context, request, params: { issueId } }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const issue = (await findCycleWith(ctx, { issueId }))?.issues.find(({ id }) => id === issueId)
  if (!issue) throw data(null, 404)
  const page = Number(searchParams.get('page') ?? 1) || 1
  return {
    lang,
    issue: { id: issue.id, number: issue.number, title: issue.facts.title },
    changes: await listChanges(ctx, { kind: 'issue', objectId: issueId, page: Math.trunc(page), lang }),
  }
}

export default function IssueHistoryPage({ loaderData: { lang, issue, changes } }: Route.ComponentProps) {
  const text = historyText(lang)
  const to = addressOf.office(lang, `issues/${issue.id}`)
  const title = text.issueTitle(issue.number)
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        said={
          <>
            {issue.title}
            <br />
            {text.issueLead} <a href={to}>{text.toIssue}</a>
          </>
        }
      />
      <HistoryList lang={lang} page={changes} here={`${to}/history`} />
    </>
  )
}
