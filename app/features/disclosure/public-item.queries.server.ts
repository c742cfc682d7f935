import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { catalogueFor } from '../catalogue/index.server.ts'
import { frameworkOf, frameworkYears, type Item, itemsOf } from '../catalogue/index.ts'
import { missing } from './content.domain.ts'
import type { ItemContent } from './disclosure.domain.ts'
import type { PublicItem, PublicVersion, PublicYear } from './item-work.domain.ts'
import { itemGroups, requiredOf } from './items.domain.ts'
import { stateOfRow } from './public-state.domain.ts'
import { scoreItem, totalsOf } from './score.domain.ts'
import { readContents, standingOf, type VersionRow } from './version.repo.server.ts'
import {
  disclosureItem,
  findingsAt,
  findReportsOf,
  itemNow,
  type ReportsOfItems,
  readYearGround,
  type YearGround,
} from './year-ground.server.ts'

type Asked = Readonly<{
  year: number
  code: string
  /** The newest that stands where none is given. */
  version?: number | undefined
}>

/**
 * An item as the public sees it: what was frozen, or, where a published report answers it, that report, live. With a version
 * that was withdrawn, no answers. Null for an unknown item or version.
 */
export async function findPublicItem(ctx: Ctx, { year, code, version }: Asked): Promise<PublicItem | null> {
  const catalogue = await catalogueFor(ctx)
  const item = disclosureItem(catalogue, year, code)
  const group = itemGroups(catalogue, year).find(({ items }) => items.some(({ ref }) => ref === item?.ref))
  if (!item || !group) return null
  const agencyId = ctx.agency.id
  const reports = await findReportsOf(ctx, [item])
  return withAgency(ctx.db, agencyId, async (tx) => {
    const ground = await readYearGround(tx, { agencyId, year, code: item.code })
    const versions = ground.versions.get(item.code) ?? []
    const asked =
      version === undefined ? standingOf(versions) : versions.find((one) => one.version === version)
    if (version !== undefined && !asked) return null
    const ids = asked && asked.withdrawn === null ? [asked.id] : []
    const contents = await readContents(tx, { agencyId, ids })
    const shown = publicOf(ground, item, { reports, contents, row: asked ?? null })
    return {
      ref: item.ref,
      year,
      code: item.code,
      title: item.title,
      certainty: item.certainty,
      documentYear: item.documentYear,
      group: { number: group.number, title: group.title },
      ...shown,
      shown: asked ? versionOf(asked) : null,
      versions: versions.map(versionOf),
    }
  })
}

/** Framework years that ask for disclosure, the newest first, with what is public of each. */
export async function listPublicYears(
  ctx: Ctx,
): Promise<readonly (Pick<PublicYear, 'year' | 'title' | 'totals'> & { isEmpty: boolean })[]> {
  const catalogue = await catalogueFor(ctx)
  const years = frameworkYears(catalogue)
    .filter((year) => itemsOf(catalogue, year, 'OIT').length > 0)
    .toReversed()
  const found = await Promise.all(years.map((year) => listPublicYear(ctx, { year })))
  return found.flatMap((one) =>
    one ? [{ year: one.year, title: one.title, totals: one.totals, isEmpty: isEmptyYear(one) }] : [],
  )
}

/** Nothing of it is published, neither by an item nor by a report. */
const isEmptyYear = ({ groups }: PublicYear): boolean =>
  groups.every(({ items }) => items.every((item) => stateOfRow(item) === 'not-public'))

/** Every item of a year as the public sees it; null for a year that asks for no disclosure. */
export async function listPublicYear(
  ctx: Ctx,
  { year }: Readonly<{ year: number }>,
): Promise<PublicYear | null> {
  const catalogue = await catalogueFor(ctx)
  const framework = frameworkOf(catalogue, year)
  const items = itemsOf(catalogue, year, 'OIT')
  if (!framework || items.length === 0) return null
  const agencyId = ctx.agency.id
  const reports = await findReportsOf(ctx, items)
  return withAgency(ctx.db, agencyId, async (tx) => {
    const ground = await readYearGround(tx, { agencyId, year })
    const standing = [...ground.versions.values()].flatMap((versions) => standingOf(versions) ?? [])
    const contents = await readContents(tx, { agencyId, ids: standing.map(({ id }) => id) })
    const groups = itemGroups(catalogue, year).map((group) => ({
      ...group,
      items: group.items.map((item) => {
        const row = standingOf(ground.versions.get(item.code) ?? [])
        const { byReport, ...shown } = publicOf(ground, item, { reports, contents, row })
        return {
          ref: item.ref,
          code: item.code,
          title: item.title,
          certainty: item.certainty,
          documentYear: item.documentYear,
          unitId: ground.items.get(item.code)?.unitId ?? null,
          ...shown,
          isByReport: byReport !== null,
          shown: row ? versionOf(row) : null,
          changedAt: reports.get(item.code)?.publication.publishedAt ?? row?.publishedAt ?? null,
        }
      }),
    }))
    return {
      year,
      title: framework.title,
      groups,
      totals: totalsOf(groups, framework.aggregation),
      aggregation: {
        certainty: framework.aggregation.certainty,
        source: framework.aggregation.source,
      },
    }
  })
}

type Shown = Readonly<{
  reports: ReportsOfItems
  contents: ReadonlyMap<string, ItemContent>
  row: VersionRow | null
}>

function publicOf(
  ground: YearGround,
  item: Item,
  { reports, contents, row }: Shown,
): Pick<PublicItem, 'unit' | 'answers' | 'score' | 'byReport'> {
  const now = itemNow(ground, item, reports)
  if (now.byReport)
    return {
      unit: now.unit?.name ?? null,
      answers: now.content.elements,
      score: now.score,
      byReport: now.byReport,
    }
  const content = contents.get(row?.id ?? '')
  const required = requiredOf(item)
  const answers = required.map(
    ({ key }) => content?.elements.find((element) => element.key === key) ?? missing(key),
  )
  const findings = findingsAt(ground, { code: item.code, answers, reportPath: null })
  return {
    unit: content?.unit ?? now.unit?.name ?? null,
    answers,
    score: scoreItem({ required, answers, findings }),
    byReport: null,
  }
}

const versionOf = ({ id: _id, year: _year, code: _code, ...version }: VersionRow): PublicVersion => version
