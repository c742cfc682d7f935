import { data } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../kernel/thai-day.ts'
import '../../../ui/office-approvals.css'
import { Chip } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { FREE_KINDS, isMatterKind } from '../matter.domain.ts'
import { mattersContext } from '../matter-source.server.ts'
import { listPlannedMeetings } from '../meetings/planned-meetings.queries.server.ts'
import { StandingSteps } from '../parts/standing-steps.tsx'
import type { Publication } from '../publications/publication.domain.ts'
import { NextStep } from '../standing/parts/next-step.tsx'
import { ThingChip } from '../standing/parts/thing-chip.tsx'
import { thingsText } from '../standing/text/index.ts'
import { type FrozenContent, findThing } from '../standing/things.queries.server.ts'
import { approvalsTerms } from '../text/index.ts'
import type { Route } from './+types/standing-page'

export async function loader({ context, request, params: { kind, key } }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = isMatterKind(kind) ? await findThing(ctx, context.get(mattersContext), { kind, key }) : null
  if (!page) throw data(null, 404)
  return {
    lang,
    page,
    meetings: await listPlannedMeetings(ctx),
    mayPlace: refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor) === null,
  }
}

export default function StandingScreen({ loaderData }: Route.ComponentProps) {
  const { lang, page, meetings, mayPlace } = loaderData
  const { thing, contents, part } = page
  const text = thingsText(lang)
  return (
    <>
      <title>{thing.title}</title>
      <PageHead
        title={thing.title}
        said={approvalsTerms(lang).kinds[thing.kind]}
        chip={<ThingChip lang={lang} thing={thing} />}
        action={
          <>
            <a className="button" href={addressOf.office(lang, 'approvals')}>
              {text.title}
            </a>
            {part !== null && (
              <a className="button" href={addressOf.office(lang, part)}>
                {text.open}
              </a>
            )}
          </>
        }
      />
      <div className="stack wide">
        <section className="stack" aria-labelledby="chain">
          <h2 id="chain">{text.chain}</h2>
          {thing.standing.chain === null && thing.kind !== 'withdrawal' && (
            <Notice kind="warning">
              <p>{FREE_KINDS.includes(thing.kind) ? text.freeOfChain : text.noChain}</p>
            </Notice>
          )}
          <StandingSteps lang={lang} steps={thing.standing.steps} />
          <NextStep lang={lang} thing={thing} meetings={meetings} mayPlace={mayPlace} part={part} />
          {thing.contentHash !== null && (
            <p className="small">
              {text.hash} <span className="hash">{thing.contentHash}</span>
            </p>
          )}
        </section>
        <section className="stack" aria-labelledby="contents">
          <h2 id="contents">{text.contents}</h2>
          {contents.length === 0 && <p className="muted">{text.noContents}</p>}
          <ul className="things">
            {contents.map((content) => (
              <li key={content.id}>
                <Content
                  lang={lang}
                  content={content}
                  difference={addressOf.office(
                    lang,
                    `approvals/${thing.kind}/${thing.key}/difference?from=${content.id}`,
                  )}
                  isThere={thing.contentHash !== null}
                />
              </li>
            ))}
          </ul>
        </section>
        {thing.kind !== 'withdrawal' && <Published lang={lang} publications={thing.publications} />}
      </div>
    </>
  )
}

type ContentProps = Readonly<{
  lang: Language
  content: FrozenContent
  difference: string
  isThere: boolean
}>

function Content({ lang, content, difference, isThere }: ContentProps) {
  const text = thingsText(lang)
  const terms = approvalsTerms(lang)
  return (
    <>
      <h3>{text.frozen(formatInstant(content.madeAt, lang), content.madeBy)}</h3>
      {content.isPresent && <Chip state="done">{text.present}</Chip>}
      <p className="small">
        {text.hash} <span className="hash">{content.contentHash}</span>
      </p>
      {content.resolutions.length === 0 && <p className="muted">{text.noResolution}</p>}
      <ul>
        {content.resolutions.map((one) => (
          <li key={one.id}>
            <a href={addressOf.office(lang, `resolutions/${one.id}`)}>
              {terms.decisions[one.decision]} · {terms.cited(one.form, one.bodyName, one.meetingNumber)}
            </a>{' '}
            · {formatDay(one.decidedOn, lang)}
            {one.isWithdrawn && <span className="muted"> ({text.withdrawnResolution})</span>}
          </li>
        ))}
      </ul>
      {isThere && !content.isPresent && <a href={difference}>{text.compare}</a>}
    </>
  )
}

function Published({ lang, publications }: { lang: Language; publications: readonly Publication[] }) {
  const text = thingsText(lang)
  return (
    <section className="stack" aria-labelledby="published">
      <h2 id="published">{text.publications}</h2>
      {publications.length === 0 && <p className="muted">{text.noPublications}</p>}
      <ul className="things">
        {publications.map(({ id, version, publishedAt, withdrawal }) => (
          <li key={id}>
            <h3>{text.version(version)}</h3>
            <p>{text.publishedOn(formatDay(thaiDay(publishedAt), lang))}</p>
            {withdrawal && <p>{text.withdrawnOn(formatDay(thaiDay(withdrawal.at), lang))}</p>}
            <a href={addressOf.office(lang, `publications/${id}`)}>{text.details}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
