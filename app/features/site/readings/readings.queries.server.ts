import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { readVersions } from '../pages/published-pages.queries.server.ts'
import type { Reader, ReadingRound } from './reading.domain.ts'
import { findNewestRound } from './reading.repo.server.ts'

/** Somebody who can be written to. */
export type Asked = Readonly<{ personId: string; name: string; email: string | null; lang: Language }>

/** Everybody who works in the agency now: accounts that are not disabled. */
export async function listStaff(
  tx: Tx,
  { agencyId, ids = null }: Readonly<{ agencyId: string; ids?: readonly string[] | null }>,
): Promise<readonly Asked[]> {
  if (ids?.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'lang'])
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .$if(ids !== null, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, email, lang }) => ({ personId: id, name, email, lang: lang as Language }))
}

/** The newest round of a page with everybody who was asked, who has not read first; null where nobody was asked. */
export const findReaders = (
  ctx: Ctx,
  { pageId, lang }: Readonly<{ pageId: string; lang: Language }>,
): Promise<Readonly<{ round: ReadingRound; readers: readonly Reader[] }> | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const round = await findNewestRound(tx, { agencyId, pageId })
    if (!round) return null
    const rows = await tx
      .selectFrom('reading')
      .innerJoin('person', (join) =>
        join.onRef('person.agency_id', '=', 'reading.agency_id').onRef('person.id', '=', 'reading.person_id'),
      )
      .leftJoin('unit', (join) =>
        join.onRef('unit.agency_id', '=', 'person.agency_id').onRef('unit.id', '=', 'person.unit_id'),
      )
      .select(['person.id', 'person.name', 'person.email', 'unit.name_th', 'unit.name_en'])
      .select(['reading.reminded_at', 'reading.read_at'])
      .where('reading.agency_id', '=', agencyId)
      .where('reading.round_id', '=', round.id)
      .orderBy('reading.read_at', (order) => order.asc().nullsFirst())
      .orderBy('person.name')
      .execute()
    return {
      round,
      readers: rows.map((row) => ({
        personId: row.id,
        name: row.name,
        unitName: (lang === 'en' ? row.name_en : null) ?? row.name_th,
        hasEmail: row.email !== null,
        remindedAt: row.reminded_at,
        readAt: row.read_at,
      })),
    }
  })

/** A policy that the person who acts was asked to read. */
export type OwnReading = Readonly<{
  roundId: string
  version: number
  slug: string
  title: Readonly<{ th: string; en: string | null }>
  dueOn: IsoDay
  askedAt: Date
  readAt: Date | null
}>

/** What the person who acts was asked to read, what is not read first. What was taken down since is asked of nobody. */
export async function listOwnReadings(ctx: Ctx): Promise<readonly OwnReading[]> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') return []
  return withAgency(ctx.db, agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('reading')
      .innerJoin('reading_round as round', (join) =>
        join.onRef('round.agency_id', '=', 'reading.agency_id').onRef('round.id', '=', 'reading.round_id'),
      )
      .select([
        'round.id',
        'round.page_id',
        'round.version',
        'round.due_on',
        'reading.asked_at',
        'reading.read_at',
      ])
      .where('reading.agency_id', '=', agency.id)
      .where('reading.person_id', '=', actor.id)
      .orderBy('reading.read_at', (order) => order.desc().nullsFirst())
      .orderBy('round.due_on')
      .execute()
    const readings: OwnReading[] = []
    for (const row of rows) {
      const versions = await readVersions(tx, { agencyId: agency.id, pageId: row.page_id })
      const page = versions.find(({ version }) => version === row.version)
      if (!page || (page.ended !== null && row.read_at === null)) continue
      readings.push({
        roundId: row.id,
        version: row.version,
        slug: versions[0]?.content.slug ?? page.content.slug,
        title: page.content.title,
        dueOn: row.due_on,
        askedAt: row.asked_at,
        readAt: row.read_at,
      })
    }
    return readings
  })
}
