import '../../../ui/office-site.css'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { isPageKind, PAGE_KINDS, POLICY_SLUGS } from '../pages/page.domain.ts'
import { isInEnglish } from '../pages/page-form.domain.ts'
import { listPageWork } from '../pages/page-work.queries.server.ts'
import { STATE_CHIPS } from '../parts/page-state.ts'
import { SITE_POLICY } from '../site.policy.ts'
import { outlineOf } from '../text/outlines.ts'
import { pageWorkText } from '../text/page-work.ts'
import type { Route } from './+types/site-work-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'site.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const asked = searchParams.get('kind') ?? ''
  const kind = isPageKind(asked) ? asked : null
  const all = await listPageWork(ctx)
  const policies = new Set(
    all.flatMap(({ page: { content } }) => (content.kind === 'policy' ? [content.slug] : [])),
  )
  const { actor } = ctx
  const ownUnits = actor.kind === 'person' ? actor.roles.flatMap(({ unitId }) => unitId ?? []) : []
  return {
    lang: languageOf(pathname),
    kind,
    counts: Object.fromEntries(
      PAGE_KINDS.map((one) => [one, all.filter(({ page }) => page.content.kind === one).length]),
    ),
    count: all.length,
    pages: all.filter(({ page }) => kind === null || page.content.kind === kind),
    offered: POLICY_SLUGS.filter((slug) => !policies.has(slug)),
    mayAdd: refusalOf(SITE_POLICY, 'page.change', actor, { unitIds: ownUnits }) === null,
    mayProfile: refusalOf(SITE_POLICY, 'profile.change', actor) === null,
    done: searchParams.get('done'),
  }
}

export default function SiteWorkPage({ loaderData }: Route.ComponentProps) {
  const { lang, kind, counts, count, pages, offered, mayAdd, mayProfile, done } = loaderData
  const text = pageWorkText(lang)
  const here = addressOf.office(lang, 'site')
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {done === 'removed' && <Notice kind="done">{text.done.removed}</Notice>}
        {mayProfile && (
          <nav aria-label={text.othersLabel} className="actions">
            {(['profile', 'banners', 'executives'] as const).map((part) => (
              <a key={part} className="button" href={addressOf.office(lang, `site/${part}`)}>
                {text.others[part]}
              </a>
            ))}
          </nav>
        )}
        {mayAdd && (
          <section className="stack" aria-labelledby="add">
            <h2 id="add">{text.addTitle}</h2>
            <div className="actions">
              {PAGE_KINDS.map((one) => (
                <a key={one} className="button" href={addressOf.office(lang, `site/add/${one}`)}>
                  <Icon name="add" />
                  {text.add[one]}
                </a>
              ))}
            </div>
          </section>
        )}
        {mayAdd && offered.length > 0 && (kind === null || kind === 'policy') && (
          <section className="stack" aria-labelledby="policies">
            <h2 id="policies">{text.policiesTitle}</h2>
            <p>{text.policiesLead}</p>
            <ul className="page-outlines">
              {offered.map((slug) => (
                <li key={slug}>
                  <a href={addressOf.office(lang, `site/add/policy?outline=${slug}`)}>
                    {outlineOf(slug)[lang].title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <FilterChips
          label={text.filter}
          choices={[
            { label: text.all, to: here, isChosen: kind === null, count },
            ...PAGE_KINDS.map((one) => ({
              label: text.kinds[one],
              to: `${here}?kind=${one}`,
              isChosen: kind === one,
              count: counts[one] ?? 0,
            })),
          ]}
        />
        {pages.length === 0 ? (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        ) : (
          <DataTable
            caption={text.caption}
            columns={[
              { label: text.columns.title },
              { label: text.columns.kind },
              { label: text.columns.state },
              { label: text.columns.review },
              { label: text.columns.changed },
            ]}
            rows={pages.map(({ page, state, isReviewDue }) => ({
              key: page.id,
              cells: [
                <a key="title" href={addressOf.office(lang, `site/pages/${page.id}`)}>
                  {(lang === 'en' && page.content.title.en) || page.content.title.th}
                </a>,
                text.kinds[page.content.kind],
                <span key="state" className="page-states">
                  <Chip {...STATE_CHIPS[state]}>{text.states[state]}</Chip>
                  {!isInEnglish(page.content) && <Chip state="none">{text.stateUntranslated}</Chip>}
                </span>,
                page.reviewOn === null ? (
                  '–'
                ) : (
                  <span key="review" className="page-states">
                    {formatDay(page.reviewOn, lang)}
                    {isReviewDue && <Chip state="late">{text.reviewDue}</Chip>}
                  </span>
                ),
                <span key="changed">
                  {formatInstant(page.changedAt, lang)}
                  <span className="under">{page.changedByName}</span>
                </span>,
              ],
            }))}
          />
        )}
      </div>
    </>
  )
}
