import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { findOutboxRow, listOutbox, type OutboxPage } from '../../platform/mail/outbox.queries.server.ts'
import { MAIL_STATES, type MailState } from '../../platform/mail/outbox.repo.server.ts'

export type { MailState }
export const mailStates = MAIL_STATES
export const isMailState = (text: string): text is MailState => MAIL_STATES.some((state) => state === text)

/** One page of the outbox. Whether the reader may see it is for the caller to ask. */
export const readOutbox = (
  ctx: Ctx,
  { state, page }: { state: MailState | null; page: number },
): Promise<OutboxPage> =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    listOutbox(tx, { agencyId: ctx.agency.id, page, ...(state === null ? {} : { state }) }),
  )

/** One mail without its text; null when there is none. */
export const findMail = (ctx: Ctx, id: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => findOutboxRow(tx, { agencyId: ctx.agency.id, id }))
