import type { Tx } from '../../platform/db/tenant.server.ts'
import type { ElementAnswer, Fact, FactKind } from './disclosure.domain.ts'
import type { FactUse, UnitName } from './item-work.domain.ts'

type OfYear = Readonly<{ agencyId: string; year: number; code?: string }>

/** What answers an element, and who entered it. */
export type EnteredAnswer = Readonly<{ answer: ElementAnswer; byName: string; at: Date; seen: string }>

const FACT_COLUMNS = [
  'version.fact_id',
  'version.number',
  'version.kind',
  'version.title_th',
  'version.title_en',
  'version.words',
  'version.sha256',
  'version.file_name',
  'version.media_type',
  'version.size',
  'version.address',
  'version.content_date',
] as const

/** A row of `disclosure_fact_version` as a fact. */
export type FactRow = Readonly<{
  fact_id: string
  number: number
  kind: string
  title_th: string
  title_en: string | null
  words: string | null
  sha256: string | null
  file_name: string | null
  media_type: string | null
  size: string | null
  address: string | null
  content_date: string | null
}>

export const factFrom = (row: FactRow): Fact => ({
  id: row.fact_id,
  version: row.number,
  kind: row.kind as FactKind,
  title: { th: row.title_th, en: row.title_en },
  words: row.words,
  file:
    row.sha256 === null
      ? null
      : {
          sha256: row.sha256,
          fileName: row.file_name ?? '',
          mediaType: row.media_type ?? '',
          size: Number(row.size),
        },
  address: row.address,
  date: row.content_date,
})

/**
 * What answers the elements of the items of a year, or of one of them: code, then element. Facts are as they are now; one that
 * was taken out answers nothing, and an element whose facts are all gone has none.
 */
export async function readAnswers(
  tx: Tx,
  { agencyId, year, code }: OfYear,
): Promise<ReadonlyMap<string, ReadonlyMap<string, EnteredAnswer>>> {
  const rows = await tx
    .selectFrom('disclosure_entry as entry')
    .leftJoin('disclosure_fact as fact', (join) =>
      join
        .onRef('fact.agency_id', '=', 'entry.agency_id')
        .onRef('fact.id', '=', 'entry.fact_id')
        .on('fact.removed_at', 'is', null),
    )
    .leftJoin('disclosure_fact_version as version', (join) =>
      join
        .onRef('version.agency_id', '=', 'fact.agency_id')
        .onRef('version.fact_id', '=', 'fact.id')
        .onRef('version.number', '=', 'fact.version'),
    )
    .select(['entry.code', 'entry.element', 'entry.state', 'entry.declared'])
    .select(['entry.entered_at', 'entry.entered_by_name'])
    .select(FACT_COLUMNS)
    .where('entry.agency_id', '=', agencyId)
    .where('entry.framework_year', '=', year)
    .$if(code !== undefined, (query) => query.where('entry.code', '=', code ?? ''))
    .orderBy('entry.code')
    .orderBy('entry.element')
    .orderBy('entry.position')
    .execute()
  const byCode = Map.groupBy(rows, (row) => row.code)
  return new Map(
    [...byCode].map(([of, entries]) => [
      of,
      new Map(
        [...Map.groupBy(entries, ({ element }) => element)].map(([element, own]) => [
          element,
          answerFrom(element, own),
        ]),
      ),
    ]),
  )
}

/** Addresses elsewhere that answer some item of a year, each once. */
export async function readLinks(
  tx: Tx,
  { agencyId, year }: Omit<OfYear, 'code'>,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('disclosure_entry as entry')
    .innerJoin('disclosure_fact as fact', (join) =>
      join.onRef('fact.agency_id', '=', 'entry.agency_id').onRef('fact.id', '=', 'entry.fact_id'),
    )
    .innerJoin('disclosure_fact_version as version', (join) =>
      join
        .onRef('version.agency_id', '=', 'fact.agency_id')
        .onRef('version.fact_id', '=', 'fact.id')
        .onRef('version.number', '=', 'fact.version'),
    )
    .select('version.address')
    .distinct()
    .where('entry.agency_id', '=', agencyId)
    .where('entry.framework_year', '=', year)
    .where('fact.removed_at', 'is', null)
    .where('version.kind', '=', 'link')
    .execute()
  return new Set(rows.flatMap(({ address }) => address ?? []))
}

type EntryRow = Readonly<{
  state: string
  declared: string | null
  entered_at: Date
  entered_by_name: string
}> &
  Readonly<{ [Column in keyof FactRow]: FactRow[Column] | null }>

function answerFrom(key: string, rows: readonly EntryRow[]): EnteredAnswer {
  const newest = rows.reduce((latest, row) => (row.entered_at > latest.entered_at ? row : latest))
  const entered = { byName: newest.entered_by_name, at: newest.entered_at }
  const declared = rows[0]?.state === 'none' ? (rows[0].declared ?? '') : null
  if (declared !== null)
    return {
      ...entered,
      answer: {
        key,
        state: 'none',
        facts: [],
        declared: { text: declared, byName: entered.byName, at: entered.at.toISOString() },
      },
      seen: seenOf({ declared }),
    }
  const facts = rows.flatMap((row) => (isFactRow(row) ? [factFrom(row)] : []))
  return {
    ...entered,
    answer: { key, state: facts.length > 0 ? 'value' : 'missing', facts, declared: null },
    seen: seenOf({ factIds: facts.map(({ id }) => id) }),
  }
}

const isFactRow = (row: EntryRow): row is EntryRow & FactRow =>
  row.fact_id !== null && row.number !== null && row.kind !== null && row.title_th !== null

/** What an element was answered with when a form was made, as its hidden field holds it; empty for nothing. */
export const seenOf = (
  answer: Readonly<{ factIds: readonly string[] }> | Readonly<{ declared: string }>,
): string => ('declared' in answer ? `none:${answer.declared}` : answer.factIds.join(' '))

type AtElement = Readonly<{ agencyId: string; year: number; code: string; element: string }>

export async function deleteEntries(tx: Tx, { agencyId, year, code, element }: AtElement): Promise<void> {
  await tx
    .deleteFrom('disclosure_entry')
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .where('code', '=', code)
    .where('element', '=', element)
    .execute()
}

type Entering = AtElement &
  Readonly<{
    answer: Readonly<{ factIds: readonly string[] }> | Readonly<{ declared: string }>
    byName: string
    at: Date
  }>

/** Answers an element that nothing answers. */
export async function insertEntries(tx: Tx, { answer, byName, at, ...place }: Entering): Promise<void> {
  const common = {
    agency_id: place.agencyId,
    framework_year: place.year,
    code: place.code,
    element: place.element,
    entered_at: at,
    entered_by_name: byName,
  }
  const rows =
    'declared' in answer
      ? [{ ...common, position: 1, state: 'none', declared: answer.declared }]
      : answer.factIds.map((id, index) => ({ ...common, position: index + 1, state: 'value', fact_id: id }))
  if (rows.length > 0) await tx.insertInto('disclosure_entry').values(rows).execute()
}

/** Where each of these facts is used, every year; a fact that is used nowhere has no entry. */
export async function readUses(
  tx: Tx,
  { agencyId, factIds }: Readonly<{ agencyId: string; factIds: readonly string[] }>,
): Promise<ReadonlyMap<string, readonly FactUse[]>> {
  if (factIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('disclosure_entry')
    .select(['fact_id', 'framework_year', 'code', 'element'])
    .where('agency_id', '=', agencyId)
    .where('fact_id', 'in', factIds)
    .orderBy('framework_year', 'desc')
    .orderBy('code')
    .orderBy('element')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ fact_id }) => fact_id ?? '')].map(([id, of]) => [
      id,
      of.map((row) => ({ year: row.framework_year, code: row.code, element: row.element })),
    ]),
  )
}

/** Units by their identifier, ended ones too. */
export async function readUnitNames(tx: Tx, agencyId: string): Promise<ReadonlyMap<string, UnitName>> {
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'name_th', 'name_en'])
    .where('agency_id', '=', agencyId)
    .execute()
  return new Map(rows.map((row) => [row.id, { id: row.id, name: { th: row.name_th, en: row.name_en } }]))
}
