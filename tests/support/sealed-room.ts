import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { KnownHolder } from '../../app/features/protected/cases/case.domain.ts'
import { beginCase, makeCase } from '../../app/features/protected/cases/open-case.server.ts'
import { openProtectedChannel, type ProtectedCtx } from '../../app/features/protected/channel.server.ts'
import { withProtected } from '../../app/features/protected/database/protected-db.server.ts'
import { dueDaysOf } from '../../app/features/protected/deadlines/deadlines.domain.ts'
import { noteReceived } from '../../app/features/protected/deadlines/progress.repo.server.ts'
import type { AppointmentKind } from '../../app/features/protected/receiving/appointment.domain.ts'
import { insertAppointment } from '../../app/features/protected/receiving/appointment.repo.server.ts'
import { listHolders } from '../../app/features/protected/receiving/holder.repo.server.ts'
import { insertHolderKey } from '../../app/features/protected/receiving/holder-key.repo.server.ts'
import { type LeftOut, leftOutFacts } from '../../app/features/protected/receiving/left-out.domain.ts'
import type { OpenHolder } from '../../app/features/protected/receiving/own-vaults.server.ts'
import type { ReceiptKeys } from '../../app/features/protected/sealing/derivation.server.ts'
import { newSealingPair, newSigningPair } from '../../app/features/protected/sealing/keys.server.ts'
import { FIRST_SETTINGS } from '../../app/features/protected/settings/channel-settings.domain.ts'
import { findChannelSettings } from '../../app/features/protected/settings/channel-settings.repo.server.ts'
import { thaiDay } from '../../app/kernel/thai-day.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'

/** The sealed room of an agency, with folders of its own; no key is derived from anything typed, which would take long. */
export function openSealedRoom(ctx: Ctx): Readonly<{ ctx: ProtectedCtx; close: () => void }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sealed-room-'))
  const channel = openProtectedChannel(
    { dataDir, protectedChannel: { databaseUrl: null, pepper: null, mostMb: 10, staffNetworks: [] } },
    { db: ctx.db, now: ctx.now },
  )
  return { ctx: { ...ctx, channel }, close: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** Somebody who is appointed, with their vault open. */
export function aHolder(
  ctx: ProtectedCtx,
  kind: AppointmentKind,
  { personId = randomUUID() as string, step = 1, officeKey = null as string | null } = {},
): Promise<OpenHolder> {
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  const vault = { sealing: newSealingPair(), signing: newSigningPair() }
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    const appointmentId = await insertAppointment(tx, agencyId, {
      personId,
      kind,
      roleTh: `ผู้รับ ${kind}`,
      roleEn: `Role ${kind}`,
      officeKey,
      step,
      day,
    })
    if (appointmentId === null) throw new Error('appointed twice')
    const stored = {
      salt: randomBytes(16),
      cost: { passes: 1, memory: 8192 },
      wrapped: randomBytes(8),
      wrappedRecovery: randomBytes(8),
    }
    const keyId = await insertHolderKey(tx, agencyId, {
      appointmentId,
      kind,
      channelKey: ctx.channel.derivation.channelKey,
      vault,
      stored,
      vouchedSignature: null,
      day,
    })
    const holder = (await listHolders(tx, agencyId)).find((one) => one.keyId === keyId)
    if (!holder) throw new Error('a holder who is not there')
    return { holder, vault }
  })
}

const asKnown = ({ holder }: OpenHolder): KnownHolder => ({
  keyId: holder.keyId,
  kind: holder.kind,
  sealing: Buffer.from(holder.sealingKey).toString('base64'),
  signing: Buffer.from(holder.signingKey).toString('base64'),
  role: { th: holder.roleTh, en: holder.roleEn },
  endorsement: Buffer.from(holder.endorsement).toString('base64'),
})

export type MadeTestCase = Readonly<{ reportId: string; keys: ReceiptKeys }>

/** A case as somebody sent it on the day of the clock. */
export async function aCase(
  ctx: ProtectedCtx,
  {
    holders,
    identity = null,
    text = 'รายงานทดสอบ',
    category = 'corruption',
    leftOut = null,
  }: Readonly<{
    holders: readonly OpenHolder[]
    identity?: Readonly<{ plain: string; outer: OpenHolder; inner: OpenHolder }> | null
    text?: string
    category?: string
    leftOut?: LeftOut | null
  }>,
): Promise<MadeTestCase> {
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  const keys = { lookup: randomBytes(16), wrap: randomBytes(32), signSeed: randomBytes(32) }
  const start = await beginCase(ctx.channel)
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    const { recovery } = await findChannelSettings(tx, agencyId)
    const made = await makeCase(tx, ctx.channel, {
      agencyId,
      start,
      submissionHash: randomBytes(32),
      channel: 'web',
      category,
      content: { text, ...(leftOut && { facts: leftOutFacts(leftOut) }) },
      files: [],
      holders: holders.map(asKnown),
      recoveryKey: recovery,
      identity: identity && {
        plain: identity.plain,
        outerKeyId: identity.outer.holder.keyId,
        innerKeyId: identity.inner.holder.keyId,
      },
      reporter: { by: 'receipt', keys },
      day,
      due: dueDaysOf(day, FIRST_SETTINGS.times, new Set()),
    })
    if (!made.ok) throw new Error('made already')
    await noteReceived(tx, { agencyId, channel: 'web', category, day })
    return { reportId: made.value.reportId, keys }
  })
}
