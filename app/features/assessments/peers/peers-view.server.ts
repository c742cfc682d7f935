import type { Language } from '../../../i18n/language.ts'
import { type DecimalText, twoPlaces } from '../../../kernel/decimal.ts'
import { itemRef } from '../../../kernel/item-ref.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { type Catalogue, type Framework, findIndicator, frameworkOf } from '../../catalogue/index.ts'
import { findAgency } from '../../people/index.server.ts'
import type { ChartHead, Strip, StripRow } from '../charts/chart-data.domain.ts'
import { levelOf } from '../levels/level.domain.ts'
import { standingFrom } from '../results/standing.domain.ts'
import { findYearResults } from '../results/year-results.queries.server.ts'
import {
  type Among,
  among,
  incompleteOf,
  MEASURES,
  type Measure,
  othersIn,
  ownRow,
  scoreOf,
} from './among.domain.ts'
import { INDICATORS, type PeerResult } from './peer.domain.ts'
import { findPeers, listPeerYears } from './peer.queries.server.ts'
import type { PeerAsk } from './peer-list.domain.ts'
import { type PeersText, peersText } from './text/index.ts'

export type LevelShare = Readonly<{ key: string; title: string; count: number; share: string }>
export type PeersView = Readonly<{
  year: number
  years: readonly number[]
  peers: readonly PeerResult[]
  /** How this agency is known here: by its row in the file, by its own results, or not at all. */
  own: Readonly<{ from: 'file'; name: string; nameKey: string }> | Readonly<{ from: 'results' | 'nowhere' }>
  /** Null where it is not known which group this agency is in. */
  standings: readonly (Among & Readonly<{ label: string; said: string; quarter: string }>)[] | null
  incomplete: number
  levels: readonly LevelShare[]
  /** Of how many no level is published, so that their scores were judged; and whether nobody has checked the rules. */
  judged: Readonly<{ count: number; isUnverified: boolean }>
  head: ChartHead
  strip: Strip
}>

/** What stands of a year, and where this agency stands in it; null where nothing was brought in. */
export async function viewPeers(ctx: Ctx, ask: PeerAsk, lang: Language): Promise<PeersView | null> {
  const years = await listPeerYears(ctx)
  const year = years.find((one) => one === ask.year) ?? years[0]
  if (year === undefined) return null
  const text = peersText(lang)
  const catalogue = await catalogueFor(ctx)
  const peers = await findPeers(ctx, year)
  const { code, nameTh } = (await withAgency(ctx.db, ctx.agency.id, (tx) =>
    findAgency(tx, ctx.agency.id),
  )) ?? {
    code: ctx.agency.code,
    nameTh: null,
  }
  const row = ownRow(peers, { chosen: ask.chosen, code, name: nameTh })
  const mine = row ?? (await ownResults(ctx, year, catalogue))
  const own = {
    ...{ totals: mine.totals, indicators: mine.indicators, nameKey: row?.nameKey ?? null },
    ...{ kind: row?.agency.kind ?? null, ministry: row?.agency.ministry ?? null },
  }
  const incomplete = new Set(incompleteOf(peers).map(({ nameKey }) => nameKey))
  const whole = peers.filter(({ nameKey }) => !incomplete.has(nameKey) || nameKey === own.nameKey)
  const others = othersIn(whole, ask.group, own)
  const standings =
    others === null
      ? null
      : MEASURES.map((measure) =>
          saidOf(among(others, own, measure), labelOf(measure, { catalogue, year, lang }), text),
        ).filter(({ others: scores, own: score }) => scores.length > 0 || score !== null)
  const group = text.groupNames[ask.group]
  const rank = standings?.find(({ measure }) => measure === 'total')?.rank
  return {
    ...{ year, years, peers, standings, incomplete: incomplete.size },
    own: row
      ? { from: 'file', name: row.agency.name, nameKey: row.nameKey }
      : { from: MEASURES.some((measure) => scoreOf(mine, measure) !== null) ? 'results' : 'nowhere' },
    levels: levelsOf(peers, { catalogue, year, lang }),
    judged: judgedOf(peers, frameworkOf(catalogue, year)),
    head: {
      id: 'peers-strip',
      title: rank ? text.finding(group, year, rank.rank, rank.n) : text.findingEmpty(group, year),
      description: text.description,
    },
    strip: { rows: (standings ?? []).map(stripRow) },
  }
}

async function ownResults(
  ctx: Ctx,
  year: number,
  catalogue: Catalogue,
): Promise<Pick<PeerResult, 'totals' | 'indicators'>> {
  const framework = frameworkOf(catalogue, year)
  const results = await findYearResults(ctx, year)
  const standing = framework ? standingFrom(framework, results) : null
  const scores = new Map(results.scores.map(({ ref, value }) => [ref, value]))
  return {
    totals: {
      total: asPublished(standing?.total),
      IIT: asPublished(standing?.instruments.IIT),
      EIT: asPublished(standing?.instruments.EIT),
      OIT: asPublished(standing?.instruments.OIT),
    },
    indicators: Array.from(
      { length: INDICATORS },
      (_, index) => scores.get(itemRef(year, `ind${index + 1}`)) ?? null,
    ),
  }
}

/** Results are published with two places: beside those of others more places would part what was published as equal. */
const asPublished = (score: DecimalText | null | undefined): DecimalText | null =>
  score == null ? null : twoPlaces(score)

type InYear = Readonly<{ catalogue: Catalogue; year: number; lang: Language }>

function labelOf(measure: Measure, { catalogue, year, lang }: InYear): string {
  const text = peersText(lang)
  if (typeof measure !== 'number') return text.measures[measure]
  return text.indicator(measure, findIndicator(catalogue, itemRef(year, `ind${measure}`))?.title[lang] ?? '')
}

function saidOf(standing: Among, label: string, text: PeersText) {
  const { rank, others } = standing
  const quarter = rank === null ? '' : text.quarters[rank.quarter]
  const said =
    rank !== null
      ? `${text.ranked(rank.rank, rank.n, rank.equal)} · ${quarter}`
      : others.length === 0
        ? text.nobody
        : text.noOwn(others.length)
  return { ...standing, label, said, quarter }
}

const stripRow = ({
  measure,
  label,
  said,
  own,
  median,
  others,
}: Among & { label: string; said: string }): StripRow => ({
  ...{ key: String(measure), label, said, values: others.map(Number) },
  own: own === null ? null : { value: Number(own), text: twoPlaces(own), n: null },
  median: median === null ? null : { value: Number(median), text: twoPlaces(median), n: null },
})

function judgedOf(peers: readonly PeerResult[], framework: Framework | null): PeersView['judged'] {
  const rules = peers.flatMap(({ level, totals: { total, ...instruments } }) =>
    level === null && framework ? (levelOf(framework, { total, instruments }) ?? []) : [],
  )
  return { count: rules.length, isUnverified: rules.some(({ certainty }) => certainty === 'unverified') }
}

/** How many are at each level: as published, judged by the scores where nothing is published. */
function levelsOf(peers: readonly PeerResult[], { catalogue, year, lang }: InYear): readonly LevelShare[] {
  const framework = frameworkOf(catalogue, year)
  const keyOf = ({ level, totals: { total, ...instruments } }: PeerResult) =>
    level ?? (framework ? levelOf(framework, { total, instruments })?.key : null) ?? ''
  const known = (framework?.levels ?? []).map(({ key, title }) => ({ key, title: title[lang] }))
  // A level that the year does not have is none that is known: no agency is left out of the count.
  const counts = Map.groupBy(peers, (peer) => known.find(({ key }) => key === keyOf(peer))?.key ?? '')
  return [...known, { key: '', title: peersText(lang).noLevel }].flatMap(({ key, title }) => {
    const count = counts.get(key)?.length ?? 0
    // Tenths of a per cent in whole numbers, half up.
    const tenths = Math.floor((2000 * count + peers.length) / (2 * peers.length))
    return count === 0 && key === ''
      ? []
      : [{ key, title, count, share: `${Math.floor(tenths / 10)}.${tenths % 10}` }]
  })
}
