import { randomUUID } from 'node:crypto'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { ReadingRound } from './reading.domain.ts'

type NewRound = Readonly<{
  agencyId: string
  pageId: string
  version: number
  dueOn: IsoDay
  at: Date
  byName: string
  personIds: readonly string[]
}>

/** Keeps that those people were asked to read one version, and gives the round. */
export async function insertRound(tx: Tx, round: NewRound): Promise<string> {
  const id = randomUUID()
  const { agencyId, at } = round
  await tx
    .insertInto('reading_round')
    .values({
      agency_id: agencyId,
      id,
      page_id: round.pageId,
      version: round.version,
      due_on: round.dueOn,
      asked_at: at,
      asked_by_name: round.byName,
    })
    .execute()
  if (round.personIds.length > 0)
    await tx
      .insertInto('reading')
      .values(
        round.personIds.map((personId) => ({
          agency_id: agencyId,
          round_id: id,
          person_id: personId,
          asked_at: at,
        })),
      )
      .execute()
  return id
}

/** The newest round of a page; null where nobody was ever asked. */
export async function findNewestRound(
  tx: Tx,
  { agencyId, pageId }: Readonly<{ agencyId: string; pageId: string }>,
): Promise<ReadingRound | null> {
  if (!isUuid(pageId)) return null
  const row = await tx
    .selectFrom('reading_round')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('page_id', '=', pageId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        pageId: row.page_id,
        version: row.version,
        dueOn: row.due_on,
        askedAt: row.asked_at,
        askedByName: row.asked_by_name,
      }
    : null
}

type Whose = Readonly<{ agencyId: string; roundId: string; personId: string }>

/** Whether somebody was asked, and when they read; null for who was not asked. Nobody else changes it meanwhile. */
export async function holdReading(
  tx: Tx,
  { agencyId, roundId, personId }: Whose,
): Promise<Readonly<{ readAt: Date | null }> | null> {
  if (!isUuid(roundId)) return null
  const row = await tx
    .selectFrom('reading')
    .select('read_at')
    .where('agency_id', '=', agencyId)
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row ? { readAt: row.read_at } : null
}

export async function setRead(
  tx: Tx,
  { agencyId, roundId, personId, at }: Whose & { at: Date },
): Promise<void> {
  await tx
    .updateTable('reading')
    .set({ read_at: at })
    .where('agency_id', '=', agencyId)
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .execute()
}

type Reminded = Readonly<{ agencyId: string; roundId: string; at: Date; since: Date }>

/** Marks who has not read yet and was asked or reminded before `since` as reminded, and gives them. */
export async function takeReminded(
  tx: Tx,
  { agencyId, roundId, at, since }: Reminded,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('reading')
    .set({ reminded_at: at })
    .where('agency_id', '=', agencyId)
    .where('round_id', '=', roundId)
    .where('read_at', 'is', null)
    .where('asked_at', '<', since)
    .where(({ or, eb }) => or([eb('reminded_at', 'is', null), eb('reminded_at', '<', since)]))
    .returning('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
