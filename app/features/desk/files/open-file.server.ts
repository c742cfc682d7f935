import type { Readable } from 'node:stream'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { scanRefusal } from '../../evidence/index.ts'
import type { DeskError } from '../desk.errors.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { findEventKind } from '../tickets/event.queries.server.ts'
import { findFollowed } from '../tickets/follow-up.queries.server.ts'
import { findTicketUnit } from '../tickets/ticket.queries.server.ts'
import { type DeskFile, findFile } from './file.repo.server.ts'
import { unsealed } from './sealed-file.server.ts'

/** A file to be handed out, as an attachment alone: it came from a stranger. */
export type OpenedFile = Readonly<{ fileName: string; mediaType: string; size: number; bytes: Readable }>

type Tools = Pick<DeskTools, 'store' | 'isScanning' | 'numbers'>

/** Opens a file of a ticket for staff who may read the ticket. */
export async function openTicketFile(
  ctx: Ctx,
  tools: Tools,
  { ticketId, fileId }: Readonly<{ ticketId: string; fileId: string }>,
): Promise<Result<OpenedFile, DeskError>> {
  const agencyId = ctx.agency.id
  const found = await withAgency(ctx.db, agencyId, async (tx) => {
    const file = await findFile(tx, { agencyId, id: fileId })
    return file && file.ticketId === ticketId
      ? { file, unitId: await findTicketUnit(tx, agencyId, ticketId) }
      : null
  })
  if (!found) return err({ code: 'file.unknown' })
  const unitIds = found.unitId === null ? [] : [found.unitId]
  const refusal = refusalOf(DESK_POLICY, 'ticket.read', ctx.actor, { unitIds })
  return refusal ? err(refusal) : opened(ctx, tools, found.file)
}

/** Opens a file for who came with the ticket: one of their own, or one of an answer that they read. */
export async function openFollowUpFile(
  ctx: Ctx,
  tools: Tools,
  { reference, secret, fileId }: Readonly<{ reference: string; secret: string; fileId: string }>,
): Promise<Result<OpenedFile, DeskError>> {
  const agencyId = ctx.agency.id
  const file = await withAgency(ctx.db, agencyId, async (tx) => {
    const followed = await findFollowed(tx, ctx, tools, { reference, secret })
    const one = followed ? await findFile(tx, { agencyId, id: fileId }) : null
    if (!one || !followed) return null
    const event = await findEventKind(tx, { agencyId, ticketId: one.ticketId, number: one.eventNumber })
    const isOwn = one.ticketId === followed.own.id && event !== null && BY_PERSON.has(event)
    return isOwn || (event === 'answer' && followed.line.some(({ id }) => id === one.ticketId)) ? one : null
  })
  return file ? opened(ctx, tools, file) : err({ code: 'file.unknown' })
}

const BY_PERSON: ReadonlySet<string> = new Set(['received', 'addition', 'reopened'])

async function opened(
  ctx: Ctx,
  { store, isScanning }: Tools,
  file: DeskFile,
): Promise<Result<OpenedFile, DeskError>> {
  const refusal = scanRefusal(file, isScanning)
  if (refusal) return err({ code: refusal === 'file.infected' ? refusal : 'file.waits-for-scan' })
  const sealed = await store.open({ agencyId: ctx.agency.id, sha256: file.sha256 })
  if (!sealed) return err({ code: 'file.unknown' })
  const { fileName, mediaType, size, contentKey } = file
  return ok({ fileName, mediaType, size, bytes: unsealed(sealed, contentKey) })
}
