import { data } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import '../../../ui/office-difference.css'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { findDifference, type Side } from '../difference/difference.queries.server.ts'
import { DifferentCells } from '../difference/parts/different-cells.tsx'
import { differencePageText } from '../difference/text/index.ts'
import { isMatterKind } from '../matter.domain.ts'
import { mattersContext } from '../matter-source.server.ts'
import { approvalsTerms } from '../text/index.ts'
import type { Route } from './+types/difference-page'

export async function loader({ context, request, params: { kind, key } }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const source = isMatterKind(kind) ? context.get(mattersContext)[kind] : undefined
  if (!isMatterKind(kind) || !source) throw data(null, 404)
  const asked = { from: searchParams.get('from'), to: searchParams.get('to') }
  const found = await findDifference(ctx, { kind, key, source, ...asked })
  if (!found && asked.from !== null) throw data(null, 404)
  return {
    lang,
    kind,
    key,
    found,
    showsAll: searchParams.get('show') === 'all',
    /** The same question, without what narrows its answer. */
    question: new URLSearchParams(
      Object.entries(asked).flatMap(([name, id]) => (id === null ? [] : [[name, id]])),
    ).toString(),
    mayPlace: refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor) === null,
  }
}

export default function DifferenceScreen({ loaderData }: Route.ComponentProps) {
  const { lang, kind, key, found, showsAll, question, mayPlace } = loaderData
  const text = differencePageText(lang)
  const here = addressOf.office(lang, `approvals/${kind}/${key}`)
  const different = found?.cells.filter(({ change }) => change !== 'same') ?? []
  const isApprovedBefore = (found?.before.approvals.length ?? 0) > 0
  const isApprovedNow = (found?.after.approvals.length ?? 0) > 0
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={found?.title ?? text.lead}
        action={
          <>
            <a className="button" href={here}>
              {text.toStanding}
            </a>
            {mayPlace && different.length > 0 && (
              <a className="button" href={`${addressOf.office(lang, 'approvals')}#${kind}-${key}`}>
                {text.place}
              </a>
            )}
          </>
        }
      />
      {found ? (
        <div className="stack wide">
          <div className="difference-heads">
            <SideFacts lang={lang} title={text.before} side={found.before} />
            <SideFacts lang={lang} title={text.after} side={found.after} />
          </div>
          {different.length === 0 ? (
            <Notice kind="done">
              <p>{text.same}</p>
              <p>{text.sameBody}</p>
            </Notice>
          ) : (
            isApprovedBefore && !isApprovedNow && <Notice kind="warning">{text.mustReturn}</Notice>
          )}
          <p className="actions">
            <strong>{text.count(different.length)}</strong>
            <a
              className="no-print"
              href={`?${new URLSearchParams([...new URLSearchParams(question), ...(showsAll ? [] : [['show', 'all']])]).toString()}`}
            >
              {showsAll ? text.onlyChanged : text.all(found.cells.length)}
            </a>
          </p>
          <DifferentCells lang={lang} cells={showsAll ? found.cells : different} />
        </div>
      ) : (
        <div className="empty">
          <h2>{text.noneTitle}</h2>
          <p>{text.noneBody}</p>
        </div>
      )}
    </>
  )
}

function SideFacts({ lang, title, side }: { lang: Language; title: string; side: Side }) {
  const text = differencePageText(lang)
  const terms = approvalsTerms(lang)
  return (
    <section>
      <h2>{title}</h2>
      <p>{side.matter === null ? text.now : text.frozen(formatInstant(side.matter.madeAt, lang))}</p>
      {side.approvals.length === 0 ? (
        <p className="muted">{text.notApproved}</p>
      ) : (
        <ul>
          {side.approvals.map(({ id, form, bodyName, meetingNumber, decidedOn }) => (
            <li key={id}>
              <a href={addressOf.office(lang, `resolutions/${id}`)}>
                {text.approvedBy(terms.cited(form, bodyName, meetingNumber), formatDay(decidedOn, lang))}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        {text.hash} <span className="hash">{side.contentHash}</span>
      </p>
    </section>
  )
}
