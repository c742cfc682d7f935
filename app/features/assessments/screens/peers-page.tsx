import '../../../ui/office-charts.css'
import { twoPlaces } from '../../../kernel/decimal.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { stripSvg } from '../charts/strip.domain.ts'
import { chartWords } from '../charts/text/index.ts'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { PeerList } from '../parts/peer-list.tsx'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { PEER_GROUPS } from '../peers/among.domain.ts'
import { listPeerSources } from '../peers/peer.queries.server.ts'
import { askSearch, listedPeers, type PeerAsk, readAsk } from '../peers/peer-list.domain.ts'
import { type PeersView, viewPeers } from '../peers/peers-view.server.ts'
import { peersText } from '../peers/text/index.ts'
import type { Route } from './+types/peers-page'

const ON_A_PAGE = 50

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const ask = readAsk(searchParams)
  const done = doneIn(searchParams)
  const mayImport = refusalOf(ASSESSMENTS_POLICY, 'peer.import', ctx.actor) === null
  const view = await viewPeers(ctx, ask, lang)
  if (!view) return { lang, ask, mayImport, done, shown: null }
  const { peers, standings, strip, ...rest } = view
  const listed = listedPeers(peers, ask)
  const pages = Math.max(1, Math.ceil(listed.length / ON_A_PAGE))
  const page = Math.min(ask.page, pages)
  const chart = (width: 'narrow' | 'wide') =>
    strip.rows.length === 0
      ? null
      : stripSvg(strip, view.head, { theme: 'auto', width, words: chartWords(lang) })
  return {
    ...{ lang, ask: { ...ask, year: view.year, page }, mayImport, done },
    shown: {
      ...rest,
      // The scores of all others are in the picture; the page needs none of them.
      standings: standings?.map(({ others: _, ...standing }) => standing) ?? null,
      ...{ narrow: chart('narrow'), wide: chart('wide') },
      list: {
        rows: listed.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE),
        found: listed.length,
        inAll: peers.length,
        pages,
      },
      sources: await listPeerSources(ctx, view.year),
    },
  }
}

/** What was just done with a file of other agencies; null where nothing was. */
function doneIn(params: URLSearchParams) {
  const count = (name: string) => Math.max(0, Math.trunc(Number(params.get(name) ?? 0)) || 0)
  const kind = (['imported', 'dropped'] as const).find((one) => one === params.get('done'))
  return kind === undefined ? null : { kind, added: count('added'), corrected: count('corrected') }
}

export default function PeersPage({ loaderData }: Route.ComponentProps) {
  const { lang, ask, mayImport, done, shown } = loaderData
  const text = peersText(lang)
  const here = addressOf.office(lang, 'scores/peers')
  const bringIn = (
    <p>
      <a className="button" href={`${addressOf.office(lang, 'scores/import')}?of=peers`}>
        {text.bringIn}
      </a>
    </p>
  )
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="peers" />
      {done !== null && (
        <Notice kind="done">
          {done.kind === 'imported' ? text.imported(done.added, done.corrected) : text.dropped}
        </Notice>
      )}
      {shown === null ? (
        <div className="empty">
          <h2>{text.emptyTitle}</h2>
          <p>{text.emptyBody}</p>
          <p>{text.emptySource}</p>
          {mayImport && bringIn}
        </div>
      ) : (
        <div className="stack">
          <FilterChips
            label={text.years}
            choices={shown.years.map((year) => ({
              label: String(year),
              to: `${here}${askSearch({ ...ask, year, page: 1 })}`,
              isChosen: year === shown.year,
            }))}
          />
          <OwnSaid lang={lang} ask={ask} own={shown.own} />
          <section className="stack" aria-labelledby="standing-title">
            <h2 id="standing-title">{text.standingTable}</h2>
            <FilterChips
              label={text.groups}
              choices={PEER_GROUPS.map((group) => ({
                label: text.groupNames[group],
                to: `${here}${askSearch({ ...ask, group })}`,
                isChosen: group === ask.group,
              }))}
            />
            {shown.standings === null || shown.narrow === null || shown.wide === null ? (
              <Notice kind="warning">{text.groupUnknown}</Notice>
            ) : (
              <ChartFigure
                lang={lang}
                id={shown.head.id}
                title={shown.head.title}
                narrow={shown.narrow}
                wide={shown.wide}
                table={<StandingTable lang={lang} standings={shown.standings} />}
                downloads={[
                  { label: text.svg, to: `${here}/strip.svg${askSearch(ask)}` },
                  { label: text.png, to: `${here}/strip.png${askSearch(ask)}` },
                ]}
              />
            )}
            <p>{text.tieRule}</p>
            {shown.incomplete > 0 && <Notice kind="warning">{text.incomplete(shown.incomplete)}</Notice>}
          </section>
          <section className="stack" aria-labelledby="levels-title">
            <h2 id="levels-title">{text.levelsTitle}</h2>
            <DataTable
              caption={text.levelsTitle}
              columns={[
                { label: text.columns.level },
                { label: text.columns.count, look: 'end' },
                { label: text.columns.share, look: 'end' },
              ]}
              rows={shown.levels.map(({ key, title, count, share }) => ({
                key,
                cells: [title, String(count), share],
              }))}
            />
            {shown.judged.count > 0 && (
              <p>
                {text.judged(shown.judged.count)} {shown.judged.isUnverified && text.judgedUnverified}
              </p>
            )}
          </section>
          <PeerList lang={lang} ask={ask} list={shown.list} own={shown.own} year={shown.year} />
          <section aria-labelledby="sources-title">
            <h2 id="sources-title">{text.sources}</h2>
            <ul>
              {shown.sources.map(({ fileName, sourceNote, importedAt }) => (
                <li key={`${fileName} ${importedAt.getTime()}`}>
                  {text.source(fileName, sourceNote, formatDay(thaiDay(importedAt), lang))}
                </li>
              ))}
            </ul>
          </section>
          {mayImport && bringIn}
        </div>
      )}
    </>
  )
}

type OwnProps = Readonly<{
  lang: Route.ComponentProps['loaderData']['lang']
  ask: PeerAsk
  own: PeersView['own']
}>

function OwnSaid({ lang, ask, own }: OwnProps) {
  const text = peersText(lang)
  if (own.from !== 'file')
    return <Notice kind="warning">{own.from === 'results' ? text.ownFromResults : text.ownUnknown}</Notice>
  return (
    <p>
      {text.ownFromFile(own.name)}{' '}
      {ask.chosen !== null && (
        <a href={`${addressOf.office(lang, 'scores/peers')}${askSearch({ ...ask, chosen: null })}`}>
          {text.forgetOwn}
        </a>
      )}
    </p>
  )
}

type Standings = readonly Omit<NonNullable<PeersView['standings']>[number], 'others'>[]

const StandingTable = ({ lang, standings }: { lang: OwnProps['lang']; standings: Standings }) => {
  const text = peersText(lang)
  return (
    <DataTable
      caption={text.standingTable}
      columns={[
        { label: text.columns.measure },
        { label: text.columns.own, look: 'end' },
        { label: text.columns.median, look: 'end' },
        { label: text.columns.rank, look: 'end' },
        { label: text.columns.quarter },
      ]}
      rows={standings.map(({ measure, label, own, median, rank, said, quarter }) => ({
        key: String(measure),
        cells: [
          label,
          own === null ? '–' : twoPlaces(own),
          median === null ? '–' : twoPlaces(median),
          rank === null ? '–' : text.ranked(rank.rank, rank.n, rank.equal),
          rank === null ? said : quarter,
        ],
      }))}
    />
  )
}
