import type { Author, CaseStatus, ChainReport, ItemKind } from '../cases/case.domain.ts'
import { findIdentity } from '../cases/case.repo.server.ts'
import { closeThread, type OpenedItem, openThread, type Thread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { listReleases } from '../custody/release.repo.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import type { Stage } from '../settings/channel-settings.domain.ts'

/** A case as the reporter sees it. Days as ISO days; roles in both languages, never names of persons. */
export type ReporterThread = Readonly<{
  status: CaseStatus
  receivedDay: string
  due: Readonly<Record<Stage, string>>
  done: Readonly<Record<Stage, string | null>>
  chain: ChainReport
  isReissued: boolean
  hasIdentity: boolean
  /** Whether the case knows two keepers for whom an identity can be sealed. */
  mayGiveIdentity: boolean
  /** Of whom it is asked whether one named reader may know who the reporter is; null where nobody asks. */
  consentAsked: Readonly<{
    releaseId: string
    reader: Readonly<{ th: string; en: string }> | null
    days: number
  }> | null
  /** When it is destroyed; null until it is closed, or while somebody holds it. */
  eraseDue: string | null
  items: readonly ThreadItem[]
}>

export type ThreadItem = Readonly<{
  seq: number
  kind: ItemKind
  author: Author
  role: Readonly<{ th: string; en: string }> | null
  day: string
  /** Null when it does not open. */
  text: string | null
  fields: readonly (readonly [name: string, value: string])[]
  facts: Readonly<Record<string, string>>
  joined: readonly Readonly<{ th: string; en: string }>[]
  files: readonly Readonly<{ id: string; name: string; size: number }>[]
}>

/** Whether these keys open a case. */
export const opensCase = async (ctx: ProtectedCtx, keys: ReceiptKeys): Promise<boolean> =>
  (await withThread(ctx, keys, async () => true)) ?? false

/** The key under which files of the case are sealed, for one that is coming in; null where nothing opens. */
export const findShredKey = (ctx: ProtectedCtx, keys: ReceiptKeys): Promise<Uint8Array | null> =>
  withThread(ctx, keys, async ({ shredKey }) => new Uint8Array(shredKey))

/** The case that these keys open, its chain checked; null where there is none. */
export const findThread = (ctx: ProtectedCtx, keys: ReceiptKeys): Promise<ReporterThread | null> =>
  withThread(ctx, keys, async (thread, tx) => {
    const { case: row } = thread
    const one = { agencyId: ctx.agency.id, reportId: row.id }
    const identity = await findIdentity(tx, one)
    const asked = (await listReleases(tx, one)).find(
      ({ state, consent }) => state === 'asked' && consent === 'asked',
    )
    return {
      status: row.status,
      receivedDay: row.receivedDay,
      due: { acknowledge: row.acknowledgeDue, answer: row.answerDue, close: row.closeDue },
      done: { acknowledge: row.acknowledgedDay, answer: row.answeredDay, close: row.closedDay },
      chain: thread.chain,
      isReissued: row.isReissued,
      hasIdentity: identity !== null,
      mayGiveIdentity:
        identity === null && thread.known.filter(({ kind }) => kind === 'custodian').length >= 2,
      consentAsked: asked
        ? {
            releaseId: asked.id,
            reader: thread.known.find(({ keyId }) => keyId === asked.reader)?.role ?? null,
            days: asked.days,
          }
        : null,
      eraseDue: row.legalHold ? null : row.eraseDue,
      items: thread.items.map(shownItem),
    }
  })

function shownItem({ seq, kind, author, role, day, content }: OpenedItem): ThreadItem {
  return {
    seq,
    kind,
    author,
    role,
    day,
    text: content?.text ?? null,
    fields: Object.entries(content?.fields ?? {}).filter(([, value]) => value !== ''),
    facts: content?.facts ?? {},
    joined: seq === 0 ? [] : (content?.joins ?? []).map((holder) => holder.role),
    files: (content?.files ?? []).map(({ id, name, size }) => ({ id, name, size })),
  }
}

/** What it takes to open one file of a case. `path` under the folder of files. */
export type ThreadFile = Readonly<{
  id: string
  name: string
  size: number
  path: string
  sealedHash: string
  /** The random key of its manifest, and the one of the case outside the database. */
  key: Uint8Array
  shredKey: Uint8Array
}>

/** A file that an item of the case names; null where none does, or nothing opens. */
export const findThreadFile = (
  ctx: ProtectedCtx,
  keys: ReceiptKeys,
  fileId: string,
): Promise<ThreadFile | null> =>
  withThread(ctx, keys, async (thread) => {
    for (const { content, files } of thread.items) {
      const file = content?.files?.find(({ id }) => id === fileId)
      const stored = files.find(({ id }) => id === fileId)
      if (file && stored)
        return {
          id: fileId,
          name: file.name,
          size: file.size,
          path: stored.path,
          sealedHash: file.sealedHash,
          key: Buffer.from(file.key, 'base64'),
          shredKey: new Uint8Array(thread.shredKey),
        }
    }
    return null
  })

async function withThread<T>(
  ctx: ProtectedCtx,
  keys: ReceiptKeys,
  work: (thread: Thread, tx: Parameters<typeof openThread>[0]) => Promise<T>,
): Promise<T | null> {
  return withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const opened = await openThread(tx, ctx.channel, {
      agencyId: ctx.agency.id,
      opener: { as: 'reporter', keys },
    })
    if (!opened.ok) return null
    try {
      return await work(opened.value, tx)
    } finally {
      closeThread(opened.value)
    }
  })
}
