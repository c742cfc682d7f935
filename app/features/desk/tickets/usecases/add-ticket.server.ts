import { randomBytes, randomUUID } from 'node:crypto'
import type { Language } from '../../../../i18n/language.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../../platform/mail/mail-address.ts'
import type { SentFile } from '../../../evidence/index.server.ts'
import { holidaysWithin, listUnits } from '../../../people/index.server.ts'
import { existsOn } from '../../../people/index.ts'
import { dueDay } from '../../deadlines/due.domain.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { giveBackFiles, type TakenFile, takeFiles } from '../../files/take-files.server.ts'
import { readDeskSettings } from '../../settings/desk-settings.repo.server.ts'
import { addEvent } from '../event.repo.server.ts'
import { readFormSecret } from '../form-secret.domain.ts'
import { referenceOf, SERIALS } from '../reference.domain.ts'
import type { TicketChannel, TicketWords } from '../ticket.domain.ts'
import { findByForm, insertTicket, type NewTicket } from '../ticket.repo.server.ts'
import { readTicketForm, type Typed } from '../ticket-form.domain.ts'

export type AddTicket = Readonly<{
  formSecret: string
  typed: Typed
  files: readonly SentFile[]
  channel: TicketChannel
  lang: Language
}>

/** `followUp`: twelve digits that are shown once. `isNew` is false where the same form came before. */
export type AddedTicket = Readonly<{ reference: string; followUp: string; isNew: boolean }>

/** So many references are drawn before something is wrong. */
const MOST_DRAWN = 20

/**
 * Takes what somebody tells the agency. The same form with the same words is one ticket and gives the same numbers, also when
 * it comes twice at once or after a crash; the files lie in the store before anything says so.
 */
export async function addTicket(
  ctx: Ctx,
  tools: DeskTools,
  { formSecret, typed, files, channel, lang }: AddTicket,
): Promise<Result<AddedTicket, DeskError>> {
  const agencyId = ctx.agency.id
  const standing = await withAgency(ctx.db, agencyId, async (tx) => ({
    ...(await readDeskSettings(tx, agencyId)),
    units: (await listUnits(tx, agencyId)).filter((unit) => existsOn(unit, thaiDay(ctx.now()))),
  }))
  const { words, faults } = readTicketForm(typed, { topics: standing.settings.topics, isMailAddress })
  if (!words) return err({ code: 'desk.faults', faults })
  if (words.aboutUnitId !== null && !standing.units.some(({ id }) => id === words.aboutUnitId))
    return err({ code: 'desk.faults', faults: { unit: 'ticket.unknown-unit' } })

  const formHash = tools.numbers.formHash(agencyId, formSecret, JSON.stringify(words))
  const followUp = tools.numbers.followUpOf(formHash)
  const before = await withAgency(ctx.db, agencyId, (tx) => findByForm(tx, agencyId, formHash))
  if (before) return ok({ reference: before.reference, followUp, isNew: false })
  if (readFormSecret(formSecret, ctx.now()) !== 'good') return err({ code: 'ticket.form-expired' })

  const taken = await takeFiles(ctx, tools, files)
  if (!taken.ok) return err({ code: 'desk.faults', faults: { files: taken.error } })
  const claimSalt = randomBytes(16)
  const { publicKey: claimPublicKey } = await tools.claimKeyPairOf(followUp, claimSalt)
  const unitId = standing.settings.topics.find(({ key }) => key === words.topic)?.unitId ?? null
  const isUnitOpen = standing.units.some(({ id }) => id === unitId)
  const written = { words, formHash, followUp, claimPublicKey, claimSalt, unitId: isUnitOpen ? unitId : null }
  const added = await write(ctx, tools, { ...written, channel, lang, files: taken.value }).catch(
    async (error: Error) => {
      await giveBackFiles(ctx, tools, taken.value)
      throw error
    },
  )
  if (!added.ok || !added.value.isNew) await giveBackFiles(ctx, tools, taken.value)
  else if (taken.value.length > 0) tools.stored()
  return added.ok ? ok({ ...added.value, followUp }) : added
}

type Written = Pick<NewTicket, 'formHash' | 'claimPublicKey' | 'claimSalt' | 'channel' | 'lang' | 'unitId'> &
  Readonly<{ words: TicketWords; followUp: string; files: readonly TakenFile[] }>
type Kept = Readonly<{ reference: string; isNew: boolean }>

function write(ctx: Ctx, tools: DeskTools, written: Written): Promise<Result<Kept, DeskError>> {
  return inTransaction<Kept, DeskError>(ctx, async (tx) => {
    const { words, channel, unitId, files } = written
    if (channel === 'staff') {
      const refusal = refusalOf(DESK_POLICY, 'ticket.add', ctx.actor)
      if (refusal) return err(refusal)
    }
    const agencyId = ctx.agency.id
    const at = ctx.now()
    const today = thaiDay(at)
    const { settings } = await readDeskSettings(tx, agencyId)
    const holidays = await holidaysWithin(tx, agencyId)
    const kept = await insertDrawn(tx, ctx, tools, {
      ...words,
      id: randomUUID(),
      channel,
      lang: written.lang,
      state: unitId === null ? 'new' : 'assigned',
      priority: 'normal',
      unitId,
      officerId: null,
      receivedAt: at,
      receivedOn: today,
      dueOn: dueDay(words.kind, today, { settings, holidays }),
      formHash: written.formHash,
      followUp: written.followUp,
      claimPublicKey: written.claimPublicKey,
      claimSalt: written.claimSalt,
    })
    if (!kept.isNew) return ok({ reference: kept.reference, isNew: false })
    const by = channel === 'staff' ? ctx.actor : null
    await addEvent(tx, {
      agencyId,
      ticketId: kept.id,
      kind: 'received',
      by,
      detail: { kind: words.kind, channel, toUnit: unitId },
      files,
      at,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'ticket.added',
      object: { kind: 'ticket', id: kept.id },
      detail: { reference: kept.reference, kind: words.kind, channel, files: files.length },
    })
    return ok({ reference: kept.reference, isNew: true })
  })
}

/** Draws references until one is free; gives the ticket that the same form made, where there is one. */
async function insertDrawn(
  tx: Tx,
  ctx: Ctx,
  { numbers }: DeskTools,
  { followUp, ...ticket }: Omit<NewTicket, 'reference' | 'followUpHash'> & Readonly<{ followUp: string }>,
): Promise<Readonly<{ id: string; reference: string; isNew: boolean }>> {
  const agencyId = ctx.agency.id
  for (let attempt = 0; attempt < MOST_DRAWN; attempt += 1) {
    const reference = referenceOf(ticket.receivedOn, numbers.serialOf(ticket.formHash, attempt, SERIALS))
    const followUpHash = numbers.followUpHash(agencyId, reference, followUp)
    if (await insertTicket(tx, agencyId, { ...ticket, reference, followUpHash }))
      return { id: ticket.id, reference, isNew: true }
    const same = await findByForm(tx, agencyId, ticket.formHash)
    if (same) return { ...same, isNew: false }
  }
  throw new Error('no free reference')
}
