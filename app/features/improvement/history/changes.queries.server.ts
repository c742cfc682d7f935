import type { Language } from '../../../i18n/language.ts'
import { type Field, fieldValue } from '../../../kernel/field.ts'
import { plainText, type RichText } from '../../../kernel/rich-text.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { findNames } from '../../people/index.server.ts'
import { placesOf } from '../measures/place.queries.server.ts'
import { measureTitle, shortTitle } from '../measures/short-title.domain.ts'
import { type ChangedKind, fieldName, valueInWords } from './change-words.domain.ts'
import { historyText } from './text/index.ts'

/** One field that was changed, in words. */
export type FieldChange = Readonly<{ id: string; field: string; before: string; after: string }>

/** What one act changed of one thing. */
export type Change = Readonly<{
  key: string
  /** Of what, where the history is of several things: "มาตรการ 1.2 …". */
  object: string
  byName: string
  at: Date
  fields: readonly FieldChange[]
}>
export type ChangePage = Readonly<{ changes: readonly Change[]; page: number; pages: number }>

const ON_A_PAGE = 50

/**
 * What was changed of a thing, the newest first, in words of the language; of an issue also what was changed of its measures
 * and outcomes, those that were removed too. `page` counts from 1.
 */
export async function listChanges(
  ctx: Ctx,
  asked: Readonly<{ kind: ChangedKind; objectId: string; page: number; lang: Language }>,
): Promise<ChangePage> {
  const { kind, objectId, lang } = asked
  if (!isUuid(objectId)) return { changes: [], page: 1, pages: 1 }
  const agencyId = ctx.agency.id
  const found = await withAgency(ctx.db, agencyId, async (tx) => {
    const about = await objectsOf(tx, { agencyId, kind, objectId, lang })
    const { count } = await rowsOf(tx, agencyId, about)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(Number(count) / ON_A_PAGE))
    const page = Math.min(Math.max(1, asked.page), pages)
    const rows = await rowsOf(tx, agencyId, about)
      .selectAll()
      .orderBy('id', 'desc')
      .limit(ON_A_PAGE)
      .offset((page - 1) * ON_A_PAGE)
      .execute()
    const covered = rows.flatMap((row) => (row.field === 'covers' ? idsIn([row.before, row.after]) : []))
    return { about, rows, page, pages, measures: await measureNames(tx, { agencyId, ids: covered, lang }) }
  })
  const { about, rows, page, pages } = found
  const people = await findNames(ctx, {
    ids: rows.flatMap((row) => (NAMED_FIELDS.includes(row.field) ? idsIn([row.before, row.after]) : [])),
    lang,
  })
  const names = new Map([...found.measures, ...Object.entries(people)])
  const groups = Map.groupBy(rows, (row) => `${row.object_kind} ${row.object_id} ${row.version}`)
  const changes = [...groups].flatMap(([key, changed]): Change[] => {
    const [first] = changed
    if (!first) return []
    const inWords = (field: string, value: unknown) =>
      valueInWords({ kind: first.object_kind as ChangedKind, field, value }, { names, lang })
    return [
      {
        key,
        object: about.get(first.object_id)?.name ?? '',
        byName: first.by_name,
        at: first.at,
        fields: changed.toReversed().map((row) => ({
          id: row.id,
          field: fieldName(row.object_kind as ChangedKind, row.field, lang),
          before: inWords(row.field, row.before),
          after: inWords(row.field, row.after),
        })),
      },
    ]
  })
  return { changes, page, pages }
}

const NAMED_FIELDS: readonly string[] = ['unitIds', 'personIds']

const idsIn = (values: readonly unknown[]): readonly string[] =>
  values.flatMap((value) => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []))

/** The things whose changes are shown, with what they are called. */
type NamedObject = Readonly<{ kind: ChangedKind; name: string }>
type Objects = ReadonlyMap<string, NamedObject>

const rowsOf = (tx: Tx, agencyId: string, about: Objects) =>
  tx
    .selectFrom('field_change')
    .where('agency_id', '=', agencyId)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('object_kind', 'object_id'),
        'in',
        [...about].map(([id, { kind }]) => tuple(kind as string, id)),
      ),
    )

type Asked = Readonly<{ agencyId: string; kind: ChangedKind; objectId: string; lang: Language }>

async function objectsOf(tx: Tx, { agencyId, kind, objectId, lang }: Asked): Promise<Objects> {
  const text = historyText(lang)
  if (kind === 'measure' || kind === 'outcome') return new Map([[objectId, { kind, name: '' }]])
  const objects = new Map<string, NamedObject>([[objectId, { kind, name: text.objects[kind] }]])
  if (kind === 'cycle') return objects
  const measures = await tx
    .selectFrom('working_measure')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('issue_id', '=', objectId)
    .execute()
  const outcomes = await tx
    .selectFrom('working_outcome')
    .select(['id', 'text', 'removed_at'])
    .where('agency_id', '=', agencyId)
    .where('issue_id', '=', objectId)
    .execute()
  const names = await measureNames(tx, { agencyId, ids: measures.map(({ id }) => id), lang })
  for (const { id } of measures) objects.set(id, { kind: 'measure', name: names.get(id) ?? '' })
  for (const { id, text: said, removed_at } of outcomes) {
    const name = text.objects.outcome(titleOf(said)).trim()
    objects.set(id, { kind: 'outcome', name: removed_at ? text.isRemoved(name) : name })
  }
  return objects
}

/** What measures are called, those that were removed too, which have no number any more. */
async function measureNames(
  tx: Tx,
  { agencyId, ids, lang }: Readonly<{ agencyId: string; ids: readonly string[]; lang: Language }>,
): Promise<ReadonlyMap<string, string>> {
  const asked = ids.filter((id) => isUuid(id))
  if (asked.length === 0) return new Map()
  const text = historyText(lang)
  const places = await placesOf(tx, { agencyId, measureIds: asked })
  const rows = await tx
    .selectFrom('working_measure')
    .select(['id', 'text'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', asked)
    .execute()
  return new Map(
    rows.map((row) => {
      const place = places.get(row.id)
      const name = text.objects.measure(place ? measureTitle(place) : titleOf(row.text))
      return [row.id, place ? name : text.isRemoved(name)]
    }),
  )
}

const titleOf = (text: unknown): string => shortTitle(plainText(fieldValue(text as Field<RichText>) ?? []))
