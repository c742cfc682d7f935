import type { Ctx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { contentHash } from '../../platform/hash/content-hash.ts'
import { addressOf } from '../../web/addresses.ts'
import { readChain } from '../approvals/index.server.ts'
import { catalogueIn } from '../catalogue/index.server.ts'
import { type Catalogue, canonicalRef, findItem, type Item } from '../catalogue/index.ts'
import { findReportAnswering, hasRule, type PublishedReport } from '../reports/index.server.ts'
import { listOpenFindings } from '../watch/index.server.ts'
import type { OpenFinding } from '../watch/index.ts'
import { type EnteredAnswer, readAnswers, readLinks, readUnitNames } from './answers.repo.server.ts'
import { contentOf, reportAnswers } from './content.domain.ts'
import type { ElementAnswer, ItemContent, ItemScore, Required } from './disclosure.domain.ts'
import { type ItemRecord, NO_ITEM, readItems, readSubmitted } from './item.repo.server.ts'
import { addressesOf, findingsOf } from './item-addresses.ts'
import type { UnitName } from './item-work.domain.ts'
import { requiredOf } from './items.domain.ts'
import { scoreByReport, scoreItem } from './score.domain.ts'
import { readVersions, standingOf, type VersionRow } from './version.repo.server.ts'

/** Everything that is known of the items of a year, or of one of them, read once. */
export type YearGround = Readonly<{
  catalogue: Catalogue
  year: number
  items: ReadonlyMap<string, ItemRecord>
  answers: ReadonlyMap<string, ReadonlyMap<string, EnteredAnswer>>
  versions: ReadonlyMap<string, readonly VersionRow[]>
  units: ReadonlyMap<string, UnitName>
  submitted: ReadonlyMap<string, string>
  findings: readonly OpenFinding[]
  /** Addresses elsewhere that answer some item of the year, also where all else is of one item. */
  links: ReadonlySet<string>
  isChained: boolean
}>

/** The same few statements whether a year has one item or fifty. */
export async function readYearGround(
  tx: Tx,
  asked: Readonly<{ agencyId: string; year: number; code?: string }>,
): Promise<YearGround> {
  const { agencyId, year } = asked
  const versions = await readVersions(tx, asked)
  return {
    catalogue: await catalogueIn(tx, agencyId),
    year,
    items: await readItems(tx, asked),
    answers: await readAnswers(tx, asked),
    versions: Map.groupBy(versions, ({ code }) => code),
    units: await readUnitNames(tx, agencyId),
    submitted: await readSubmitted(tx, asked),
    findings: await listOpenFindings(tx, { agencyId }),
    links: await readLinks(tx, asked),
    isChained: (await readChain(tx, agencyId, 'disclosure')) !== null,
  }
}

/** Reports that answer items by a rule, by the code of the item; null where none is published. */
export type ReportsOfItems = ReadonlyMap<string, PublishedReport | null>

/** Judges the reports that answer some of the items: one of a year at most does. In transactions of its own. */
export async function findReportsOf(ctx: Ctx, items: readonly Item[]): Promise<ReportsOfItems> {
  const answered = items.filter(({ ref }) => hasRule(ref))
  return new Map(
    await Promise.all(
      answered.map(
        async ({ code, ref }) => [code, await findReportAnswering(ctx, { item: ref, lang: 'th' })] as const,
      ),
    ),
  )
}

/** Codes of the items that a published report answers: their pages show it, and nothing else is published for them. */
export const codesByReport = (reports: ReportsOfItems): readonly string[] =>
  [...reports].flatMap(([code, report]) => (report === null ? [] : [code]))

/** The disclosure item of a code, in any case; null for an unknown one and for a question of the other instruments. */
export function disclosureItem(catalogue: Catalogue, year: number, code: string): Item | null {
  const ref = canonicalRef(catalogue, year, code)
  const item = ref === null ? null : findItem(catalogue, ref)
  return item?.instrument === 'OIT' ? item : null
}

/** An item as it now stands. */
export type ItemNow = Readonly<{
  item: Item
  record: ItemRecord
  unit: UnitName | null
  required: readonly Required[]
  entered: ReadonlyMap<string, EnteredAnswer>
  score: ItemScore
  findings: readonly OpenFinding[]
  byReport: Readonly<{ fiscalYear: number | null }> | null
  content: ItemContent
  contentHash: string
  versions: readonly VersionRow[]
  newest: VersionRow | null
  isChanged: boolean
}>

/** The item as it stands; `reports` says what answers the items that have a rule. */
export function itemNow(ground: YearGround, item: Item, reports: ReportsOfItems): ItemNow {
  const { year } = ground
  const record = ground.items.get(item.code) ?? NO_ITEM
  const unit = record.unitId === null ? null : (ground.units.get(record.unitId) ?? null)
  const required = requiredOf(item)
  const isByReport = hasRule(item.ref)
  const entered = isByReport ? NOTHING : (ground.answers.get(item.code) ?? NOTHING)
  const typed = [...entered.values()].map(({ answer }) => answer)
  const report = reports.get(item.code) ?? null
  const reportPath = report && addressOf.report('th', report.cycle.fiscalYear)
  const findings = findingsAt(ground, { code: item.code, answers: typed, reportPath })
  const score = isByReport
    ? scoreByReport({ required, verdict: report?.verdict ?? null, findings })
    : scoreItem({ required, answers: typed, findings })
  const answers: ReadonlyMap<string, ElementAnswer> = isByReport
    ? reportAnswers(
        score,
        report && {
          fiscalYear: report.cycle.fiscalYear,
          version: report.publication.version,
          path: addressOf.report('th', report.cycle.fiscalYear),
        },
      )
    : new Map(typed.map((answer) => [answer.key, answer]))
  const content = contentOf({ year, code: item.code, unit: unit?.name ?? null, required, answers })
  const hash = contentHash(content)
  const versions = ground.versions.get(item.code) ?? []
  const newest = standingOf(versions)
  return {
    item,
    record,
    unit,
    required,
    entered,
    score,
    findings,
    byReport: isByReport ? { fiscalYear: report?.cycle.fiscalYear ?? null } : null,
    content,
    contentHash: hash,
    versions,
    newest,
    isChanged: !isByReport && newest !== null && newest.contentHash !== hash,
  }
}

const NOTHING: ReadonlyMap<string, EnteredAnswer> = new Map()

/** What is open at the addresses of an item that these answers give. */
export const findingsAt = (
  { year, submitted, findings, links }: YearGround,
  given: Readonly<{ code: string; answers: readonly ElementAnswer[]; reportPath: string | null }>,
): readonly OpenFinding[] =>
  findingsOf(addressesOf({ year, ...given, submitted: submitted.get(given.code) ?? null }), findings, links)
