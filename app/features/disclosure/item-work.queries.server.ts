import { cleanText } from '../../kernel/clean-text.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { catalogueFor } from '../catalogue/index.server.ts'
import { frameworkOf, itemsOf } from '../catalogue/index.ts'
import { readUnitNames, readUses } from './answers.repo.server.ts'
import { missing } from './content.domain.ts'
import type { Fact } from './disclosure.domain.ts'
import { readFactRow, readFactVersions, searchFactRows } from './fact.repo.server.ts'
import { readYear } from './item.repo.server.ts'
import type { FactWork, ItemRow, ItemWork, UnitName, YearWork } from './item-work.domain.ts'
import { itemGroups } from './items.domain.ts'
import { totalsOf } from './score.domain.ts'
import { disclosureItem, findReportsOf, type ItemNow, itemNow, readYearGround } from './year-ground.server.ts'

/** An item with all that its page in the office shows; null for an unknown code. */
export async function findItemWork(
  ctx: Ctx,
  { year, code }: Readonly<{ year: number; code: string }>,
): Promise<ItemWork | null> {
  const catalogue = await catalogueFor(ctx)
  const item = disclosureItem(catalogue, year, code)
  const group = itemGroups(catalogue, year).find(({ items }) => items.some(({ ref }) => ref === item?.ref))
  if (!item || !group) return null
  const agencyId = ctx.agency.id
  const reports = await findReportsOf(ctx, [item])
  return withAgency(ctx.db, agencyId, async (tx) => {
    const ground = await readYearGround(tx, { agencyId, year, code: item.code })
    const now = itemNow(ground, item, reports)
    const factIds = now.byReport ? [] : now.content.elements.flatMap(({ facts }) => facts.map(({ id }) => id))
    const uses = await readUses(tx, { agencyId, factIds })
    return {
      ref: item.ref,
      year,
      code: item.code,
      title: item.title,
      certainty: item.certainty,
      documentYear: item.documentYear,
      group: { number: group.number, title: group.title },
      unit: now.unit,
      dueOn: now.record.dueOn,
      version: now.record.version,
      elements: elementsOf(now),
      score: now.score,
      findings: now.findings,
      byReport: now.byReport,
      content: now.content,
      contentHash: now.contentHash,
      versions: now.versions,
      newest: now.newest,
      isChanged: now.isChanged,
      uses: Object.fromEntries(
        [...uses].map(([id, of]) => [id, of.filter((use) => use.year !== year || use.code !== item.code)]),
      ),
      submittedAddress: ground.submitted.get(item.code) ?? null,
      isChained: ground.isChained,
    }
  })
}

const elementsOf = ({ score, content, entered }: ItemNow): ItemWork['elements'] =>
  score.elements.map((element) => {
    const own = entered.get(element.key)
    return {
      ...element,
      answer: content.elements.find(({ key }) => key === element.key) ?? missing(element.key),
      entered: own ? { byName: own.byName, at: own.at } : null,
      seen: own?.seen ?? '',
    }
  })

/** Every item of a year with what it scores and what is public of it; null for a year that asks for no disclosure. */
export async function listYearWork(ctx: Ctx, { year }: Readonly<{ year: number }>): Promise<YearWork | null> {
  const catalogue = await catalogueFor(ctx)
  const framework = frameworkOf(catalogue, year)
  const items = itemsOf(catalogue, year, 'OIT')
  if (!framework || items.length === 0) return null
  const agencyId = ctx.agency.id
  const reports = await findReportsOf(ctx, items)
  return withAgency(ctx.db, agencyId, async (tx) => {
    const ground = await readYearGround(tx, { agencyId, year })
    const record = await readYear(tx, { agencyId, year })
    const groups = itemGroups(catalogue, year).map((group) => ({
      ...group,
      items: group.items.map((item) => rowOf(itemNow(ground, item, reports))),
    }))
    const rows = groups.flatMap((group) => group.items)
    return {
      year,
      title: framework.title,
      calendar: record.calendar,
      submitted: record.submitted,
      version: record.version,
      groups,
      totals: totalsOf(groups, framework.aggregation),
      aggregation: {
        certainty: framework.aggregation.certainty,
        source: framework.aggregation.source,
      },
      counts: {
        items: rows.length,
        full: rows.filter(({ score }) => score.score === 100).length,
        published: rows.filter(({ newest, isByReport, score }) =>
          isByReport ? score.score === 100 : newest !== null,
        ).length,
        changed: rows.filter(({ isChanged }) => isChanged).length,
      },
      isChained: ground.isChained,
    }
  })
}

const rowOf = (now: ItemNow): ItemRow => ({
  ref: now.item.ref,
  code: now.item.code,
  title: now.item.title,
  certainty: now.item.certainty,
  unit: now.unit,
  dueOn: now.record.dueOn,
  version: now.record.version,
  score: now.score,
  required: now.required.length,
  missing: now.score.elements.filter(({ passes }) => !passes).length,
  findings: now.findings,
  isByReport: now.byReport !== null,
  newest: now.newest,
  isChanged: now.isChanged,
})

/** A fact with its versions and uses; null where there is none. */
export const findFactWork = (ctx: Ctx, { id }: Readonly<{ id: string }>): Promise<FactWork | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const found = isUuid(id) ? await readFactRow(tx, { agencyId, id }) : null
    if (!found) return null
    const { unitId, ...fact } = found
    const units = await readUnitNames(tx, agencyId)
    return {
      ...fact,
      unit: unitId === null ? null : (units.get(unitId) ?? null),
      versions: await readFactVersions(tx, { agencyId, id }),
      uses: (await readUses(tx, { agencyId, factIds: [id] })).get(id) ?? [],
    }
  })

const MOST_FACTS = 50

/** Facts that stand, the newest first, to be used again; all of the newest for an empty text. */
export const searchFacts = (
  ctx: Ctx,
  { text }: Readonly<{ text: string }>,
): Promise<readonly Readonly<{ fact: Fact; unit: UnitName | null }>[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const rows = await searchFactRows(tx, { agencyId, text: cleanText(text).trim(), limit: MOST_FACTS })
    const units = await readUnitNames(tx, agencyId)
    return rows.map(({ fact, unitId }) => ({
      fact,
      unit: unitId === null ? null : (units.get(unitId) ?? null),
    }))
  })
