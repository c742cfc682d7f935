import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { itemsInMeetings } from '../in-meeting.queries.server.ts'
import {
  isMatterKind,
  type Matter,
  type MatterKey,
  type MatterKind,
  type MeetingForm,
} from '../matter.domain.ts'
import type { MatterSources } from '../matter-source.server.ts'
import type { Publication } from '../publications/publication.domain.ts'
import { readPublications } from '../publications/publications.queries.server.ts'
import type { ResolutionRecord } from './standing.domain.ts'
import { readResolutions, readStanding } from './standing.queries.server.ts'
import type { Thing, WaitingItem } from './thing.domain.ts'

/** Kinds of which everything that is there is listed; of the others what was put before a meeting. */
const LISTED_WHOLE: readonly MatterKind[] = ['report', 'measures']

/** Everything that is or was on its way to approval, by kind, the newest first. */
export async function listThings(ctx: Ctx, sources: MatterSources): Promise<readonly Thing[]> {
  const offered = await Promise.all(LISTED_WHOLE.map(async (kind) => (await sources[kind]?.list(ctx)) ?? []))
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const placed = await tx
      .selectFrom('matter')
      .select(['kind', 'key'])
      .distinct()
      .where('agency_id', '=', ctx.agency.id)
      .execute()
    const publicOnes = await readPublications(tx, ctx.agency.id, {})
    const keys = [...offered.flat(), ...placed, ...publicOnes].flatMap(({ kind, key }) =>
      isMatterKind(kind) ? [{ kind, key }] : [],
    )
    const distinct = [...new Map(keys.map((one) => [`${one.kind} ${one.key}`, one])).values()]
    const things: Thing[] = []
    for (const thing of distinct) {
      const publications = publicOnes.filter(({ kind, key }) => kind === thing.kind && key === thing.key)
      things.push(await readThing(tx, ctx, { ...thing, sources, publications }))
    }
    return things.toSorted((a, b) => a.kind.localeCompare(b.kind) || b.key.localeCompare(a.key))
  })
}

type Asked = MatterKey &
  Readonly<{
    sources: MatterSources
    /** Of the thing, the newest first. */
    publications: readonly Publication[]
  }>

async function readThing(tx: Tx, ctx: Ctx, { kind, key, sources, publications }: Asked): Promise<Thing> {
  const agencyId = ctx.agency.id
  const now = (await sources[kind]?.read(tx, ctx, { agencyId, key })) ?? null
  const contentHash = now?.contentHash ?? null
  return {
    kind,
    key,
    title: now?.title ?? (await lastTitle(tx, agencyId, { kind, key })) ?? key,
    contentHash,
    standing: await readStanding(tx, agencyId, { kind, key, contentHash: contentHash ?? '' }),
    waiting: await readWaiting(tx, agencyId, { kind, key, contentHash }),
    publications,
  }
}

async function lastTitle(tx: Tx, agencyId: string, { kind, key }: MatterKey): Promise<string | null> {
  const row = await tx
    .selectFrom('matter')
    .select('title')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  return row?.title ?? null
}

/** Items of agendas that put it forward, of meetings that are not cancelled, without a resolution. */
async function readWaiting(
  tx: Tx,
  agencyId: string,
  { kind, key, contentHash }: MatterKey & Readonly<{ contentHash: string | null }>,
): Promise<readonly WaitingItem[]> {
  const rows = await itemsInMeetings(tx)
    .innerJoin('matter', (join) =>
      join.onRef('matter.agency_id', '=', 'item.agency_id').onRef('matter.id', '=', 'item.matter_id'),
    )
    .select([
      'item.id',
      'meeting.id as meeting_id',
      'meeting.number',
      'meeting.form',
      'meeting.held_on',
      'body.name',
      'matter.content_hash',
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.removed_at', 'is', null)
    .where('matter.kind', '=', kind)
    .where('matter.key', '=', key)
    .where('meeting.state', '<>', 'cancelled')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('resolution')
            .select('resolution.id')
            .whereRef('resolution.agency_id', '=', 'item.agency_id')
            .whereRef('resolution.agenda_item_id', '=', 'item.id')
            .where('resolution.withdrawn_at', 'is', null),
        ),
      ),
    )
    .orderBy('meeting.held_on')
    .execute()
  return rows.map((row) => ({
    agendaItemId: row.id,
    meetingId: row.meeting_id,
    bodyName: row.name,
    meetingNumber: row.number,
    form: row.form as MeetingForm,
    heldOn: row.held_on,
    isPresent: row.content_hash === contentHash,
  }))
}

/** A content that was frozen, with what was resolved of it. */
export type FrozenContent = Pick<Matter, 'id' | 'contentHash' | 'madeAt' | 'madeBy'> &
  Readonly<{ isPresent: boolean; resolutions: readonly ResolutionRecord[] }>
export type ThingPage = Readonly<{ thing: Thing; contents: readonly FrozenContent[]; part: string | null }>

/** A thing with every content of it that was put before a meeting, the newest first; null where it never was anything. */
export const findThing = (ctx: Ctx, sources: MatterSources, asked: MatterKey): Promise<ThingPage | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const publications = await readPublications(tx, ctx.agency.id, asked)
    const thing = await readThing(tx, ctx, { ...asked, sources, publications })
    const rows = await tx
      .selectFrom('matter')
      .select(['id', 'content_hash', 'made_at', 'made_by'])
      .where('agency_id', '=', ctx.agency.id)
      .where('kind', '=', asked.kind)
      .where('key', '=', asked.key)
      .orderBy('made_at', 'desc')
      .execute()
    if (thing.contentHash === null && rows.length === 0 && thing.publications.length === 0) return null
    const resolutions = await readResolutions(tx, ctx.agency.id, asked)
    return {
      thing,
      part: thing.contentHash === null ? null : (sources[asked.kind]?.part(asked.key) ?? null),
      contents: rows.map((row) => ({
        id: row.id,
        contentHash: row.content_hash,
        madeAt: row.made_at,
        madeBy: row.made_by,
        isPresent: row.content_hash === thing.contentHash,
        resolutions: resolutions.filter(({ matterId }) => matterId === row.id),
      })),
    }
  })
