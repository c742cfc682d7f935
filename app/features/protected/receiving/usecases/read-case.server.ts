import { ok, type Result } from '../../../../kernel/result.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { Author, ChainReport, ItemContent, ItemKind } from '../../cases/case.domain.ts'
import { type CaseRow, findIdentity } from '../../cases/case.repo.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { isPending, isReadable, type ReleaseState } from '../../custody/release.domain.ts'
import { listReleases } from '../../custody/release.repo.server.ts'
import type { AppointmentKind } from '../appointment.domain.ts'
import { markRead } from '../case-state.repo.server.ts'
import { isLeftOut, leftOutOf } from '../left-out.domain.ts'
import { type CaseFault, onCase } from '../on-case.server.ts'
import type { OpenHolder } from '../own-vaults.server.ts'

/** An item as a recipient reads it: without any key. */
export type ReadItem = Readonly<{
  seq: number
  kind: ItemKind
  author: Author
  role: Readonly<{ th: string; en: string }> | null
  day: string
  /** Null where it does not open. */
  content:
    | (Pick<ItemContent, 'text' | 'fields' | 'facts'> &
        Readonly<{
          files: readonly Readonly<{ id: string; name: string; size: number }>[]
          /** Roles of those who came in or left with it. */
          holders: readonly Readonly<{ th: string; en: string }>[]
        }>)
    | null
}>

export type Reader = Readonly<{
  keyId: string
  kind: AppointmentKind
  role: Readonly<{ th: string; en: string }>
  isMe: boolean
}>

export type ReadCase = Readonly<{
  id: string
  facts: Pick<
    CaseRow,
    | 'channel'
    | 'category'
    | 'status'
    | 'receivedDay'
    | 'acknowledgeDue'
    | 'answerDue'
    | 'closeDue'
    | 'acknowledgedDay'
    | 'answeredDay'
    | 'closedDay'
    | 'legalHold'
  >
  chain: ChainReport
  items: readonly ReadItem[]
  readers: readonly Reader[]
  hasRecovery: boolean
  /** Whether the reporter said who they are. */
  hasIdentity: boolean
  releases: readonly Readonly<{
    id: string
    state: ReleaseState
    /** For the reporter's consent. */
    isWaiting: boolean
    expiresOn: string | null
    /** By who opened the case, today. */
    mayRead: boolean
  }>[]
  /** Who could be added. */
  addable: readonly Omit<Reader, 'isMe'>[]
}>

/** Opens a case to be read; that it has been read, and by which role, is kept in the room's log. */
export const readCase = (
  ctx: ProtectedCtx,
  which: Readonly<{ reportId: string; open: readonly OpenHolder[] }>,
): Promise<Result<ReadCase, CaseFault>> =>
  onCase<ReadCase>(ctx, which, async ({ tx, thread, me, holders, agencyId, reportId, day }) => {
    if (await markRead(tx, { agencyId, reportId }))
      await writeSealedAudit(tx, { agencyId, day, role: me.kind, action: 'case.opened', object: reportId })
    const { case: row, chain, items, known } = thread
    const roleOf = new Map(
      items.flatMap(({ content }) => content?.joins ?? []).map((one) => [one.keyId, one.role]),
    )
    const leftOut = leftOutOf(items)
    const readers = known.filter(({ kind }) => kind !== 'custodian')
    return ok({
      id: reportId,
      facts: {
        channel: row.channel,
        category: row.category,
        status: row.status,
        receivedDay: row.receivedDay,
        acknowledgeDue: row.acknowledgeDue,
        answerDue: row.answerDue,
        closeDue: row.closeDue,
        acknowledgedDay: row.acknowledgedDay,
        answeredDay: row.answeredDay,
        closedDay: row.closedDay,
        legalHold: row.legalHold,
      },
      chain,
      items: items.map(({ content, ...item }) => ({
        seq: item.seq,
        kind: item.kind,
        author: item.author,
        role: item.role,
        day: item.day,
        content: content && {
          text: content.text,
          ...(content.fields ? { fields: content.fields } : {}),
          ...(content.facts ? { facts: content.facts } : {}),
          files: (content.files ?? []).map(({ id, name, size }) => ({ id, name, size })),
          holders:
            item.kind === 'report'
              ? []
              : [
                  ...(content.joins ?? []).map(({ role }) => role),
                  ...(content.leaves ?? []).flatMap((keyId) => roleOf.get(keyId) ?? []),
                ],
        },
      })),
      readers: readers.map(({ keyId, kind, role }) => ({ keyId, kind, role, isMe: keyId === me.keyId })),
      hasRecovery: thread.recoveryKey !== null,
      hasIdentity: (await findIdentity(tx, { agencyId, reportId })) !== null,
      releases: (await listReleases(tx, { agencyId, reportId })).map((release) => ({
        id: release.id,
        state: release.state,
        isWaiting: isPending(release) && release.consent === 'asked',
        expiresOn: release.expiresOn,
        mayRead: isReadable(release, me.keyId, day),
      })),
      addable: holders
        .filter(
          (one) =>
            one.kind !== 'custodian' &&
            !isLeftOut(leftOut, one) &&
            !readers.some(({ keyId }) => keyId === one.keyId),
        )
        .map(({ keyId, kind, roleTh, roleEn }) => ({ keyId, kind, role: { th: roleTh, en: roleEn } })),
    })
  })
