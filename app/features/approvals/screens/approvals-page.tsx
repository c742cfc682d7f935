import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-approvals.css'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { MATTER_KINDS } from '../matter.domain.ts'
import { mattersContext } from '../matter-source.server.ts'
import { listPlannedMeetings } from '../meetings/planned-meetings.queries.server.ts'
import { newestOf } from '../publications/publication.domain.ts'
import { NextStep } from '../standing/parts/next-step.tsx'
import { ThingChip } from '../standing/parts/thing-chip.tsx'
import { thingsText } from '../standing/text/index.ts'
import { stateOf } from '../standing/thing.domain.ts'
import { listThings } from '../standing/things.queries.server.ts'
import { approvalsTerms } from '../text/index.ts'
import type { Route } from './+types/approvals-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const sources = context.get(mattersContext)
  const things = await listThings(ctx, sources)
  return {
    lang,
    asked: searchParams.get('state'),
    things: things.map((thing) => ({ thing, part: sources[thing.kind]?.part(thing.key) ?? null })),
    meetings: await listPlannedMeetings(ctx),
    mayPlace: refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor) === null,
  }
}

export default function ApprovalsScreen({ loaderData }: Route.ComponentProps) {
  const { lang, asked, meetings, mayPlace } = loaderData
  const text = thingsText(lang)
  const terms = approvalsTerms(lang)
  const counts = Map.groupBy(loaderData.things, ({ thing }) => stateOf(thing))
  // A state that nothing has any more is not asked for.
  const chosen = [...counts.keys()].find((state) => state === asked) ?? null
  const things = chosen === null ? loaderData.things : (counts.get(chosen) ?? [])
  const here = addressOf.office(lang, 'approvals')
  const kinds = MATTER_KINDS.filter((kind) => things.some(({ thing }) => thing.kind === kind))
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          <a className="button" href={addressOf.office(lang, 'approval-chains')}>
            {text.toChains}
          </a>
        }
      />
      {things.length === 0 && (
        <div className="empty">
          <h2>{text.emptyTitle}</h2>
          <p>{text.emptyBody}</p>
          <p className="actions">
            <a className="button" href={addressOf.office(lang, 'cycles')}>
              {text.toCycles}
            </a>
          </p>
        </div>
      )}
      <div className="stack wide">
        {counts.size > 1 && (
          <FilterChips
            label={text.byState}
            choices={[
              { label: text.all, to: here, isChosen: chosen === null, count: loaderData.things.length },
              ...[...counts].map(([state, of]) => ({
                label: text.states[state],
                to: `${here}?state=${state}`,
                isChosen: chosen === state,
                count: of.length,
              })),
            ]}
          />
        )}
        {kinds.map((kind) => (
          <section key={kind} className="stack" aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`} className="kind">
              {terms.kinds[kind]}
            </h2>
            <ul className="things">
              {things
                .filter(({ thing }) => thing.kind === kind)
                .map(({ thing, part }) => (
                  <li key={thing.key} id={`${kind}-${thing.key}`}>
                    <h3>
                      <a href={addressOf.office(lang, `approvals/${kind}/${thing.key}`)}>{thing.title}</a>
                    </h3>
                    <p className="actions">
                      <ThingChip lang={lang} thing={thing} />
                      {thing.standing.steps.length > 0 && (
                        <span className="muted small">
                          {text.passed(
                            thing.standing.steps.filter(({ passedBy }) => passedBy !== null).length,
                            thing.standing.steps.length,
                          )}
                        </span>
                      )}
                      <Newest lang={lang} versions={thing.publications} />
                    </p>
                    <NextStep lang={lang} thing={thing} meetings={meetings} mayPlace={mayPlace} part={part} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

type Loaded = Route.ComponentProps['loaderData']
type NewestProps = Pick<Loaded, 'lang'> & {
  versions: Loaded['things'][number]['thing']['publications']
}

function Newest({ lang, versions }: NewestProps) {
  const newest = newestOf(versions)
  if (!newest) return null
  return (
    <a href={addressOf.office(lang, `publications/${newest.id}`)}>
      {thingsText(lang).version(newest.version)}
    </a>
  )
}
