import '../../../ui/office-protected.css'
import { data, redirect } from 'react-router'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { SITE_POLICY } from '../../site/index.ts'
import { draftPolicy, findPolicyStanding } from '../policy/policy-page.server.ts'
import { deskOf } from '../receiving/desk-of.server.ts'
import { policyText } from '../text/policy.ts'
import type { Route } from './+types/policy-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, ctx } = await deskOf(context, request)
  const refusal = refusalOf(SITE_POLICY, 'page.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  return {
    lang,
    standing: await findPolicyStanding(ctx),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { lang, ctx } = await deskOf(context, request)
  await request.formData()
  const drafted = await draftPolicy(ctx)
  if (drafted.ok) throw redirect(`${addressOf.office(lang, 'protected/policy')}?done=written`, 303)
  if (drafted.error.code === 'permission.refused')
    throw await permissionRefused(ctx, drafted.error as PermissionRefusal)
  return data({ values: {}, errors: { '': policyText(lang).screen.refused } }, 422)
}

export default function PolicyPage({
  loaderData: { lang, standing, done },
  actionData,
}: Route.ComponentProps) {
  const text = policyText(lang).screen
  const { published, pageId, apart, th, en, hasReaders } = standing
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {done === 'written' && <Notice kind="done">{text.written}</Notice>}
        {actionData && <ErrorSummary form={actionData} title={text.title} />}
        {published === null ? (
          <Notice kind="warning">{text.never}</Notice>
        ) : published.isSame ? (
          <Notice kind="done">{text.upToDate}</Notice>
        ) : (
          <Notice kind="warning">{text.outOfDate}</Notice>
        )}
        {!hasReaders && <Notice kind="warning">{text.notReady}</Notice>}
        <form method="post" className="actions">
          <button type="submit" className="button primary">
            <Icon name="page" />
            {text.write}
          </button>
          {pageId !== null && (
            <>
              <a className="button" href={addressOf.office(lang, `site/pages/${pageId}`)}>
                {text.toDraft}
              </a>
              {published !== null && (
                <a className="button" href={addressOf.office(lang, `site/pages/${pageId}/readers`)}>
                  {text.toReaders}
                </a>
              )}
            </>
          )}
        </form>
        <p className="muted small">{text.writeLead}</p>
        {apart && apart.gone.length + apart.added.length > 0 && (
          <section className="stack" aria-labelledby="difference">
            <h2 id="difference">{text.difference}</h2>
            <Lines label={text.gone} lines={apart.gone} />
            <Lines label={text.added} lines={apart.added} />
          </section>
        )}
        <section className="stack" aria-labelledby="generated">
          <h2 id="generated">{text.generated}</h2>
          <details className="fold" open>
            <summary>{text.inThai}</summary>
            <pre className="policy-words" lang="th">
              {th.body}
            </pre>
          </details>
          <details className="fold">
            <summary>{text.inEnglish}</summary>
            <pre className="policy-words" lang="en">
              {en.body}
            </pre>
          </details>
        </section>
      </div>
    </>
  )
}

const Lines = ({ label, lines }: { label: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <h3>{label}</h3>
      <ul lang="th">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand twice, and the list never changes
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  )
