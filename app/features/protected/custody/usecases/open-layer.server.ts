import { cleanText } from '../../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { daysAfter, thaiDay } from '../../../../kernel/thai-day.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { AuditAct } from '../../audit/audit-entry.domain.ts'
import { findIdentity, lockCase, type StoredIdentity } from '../../cases/case.repo.server.ts'
import { isEndorsed } from '../../cases/case-tools.server.ts'
import { appendByCustodian } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import { listHolders } from '../../receiving/holder.repo.server.ts'
import { toKnown } from '../../receiving/on-case.server.ts'
import type { OpenHolder } from '../../receiving/own-vaults.server.ts'
import { openInner, openOuter } from '../../sealing/identity.server.ts'
import { signBytes } from '../../sealing/keys.server.ts'
import { custodianStep, type ReleaseFault, type ReleaseRefusal } from '../release.domain.ts'
import {
  caseOfRelease,
  lockRelease,
  readsNow,
  type SealedRelease,
  saveRelease,
} from '../release.repo.server.ts'
import { releaseText } from '../release-signature.server.ts'

type Step = Readonly<{ by: OpenHolder; releaseId: string }>

/**
 * A custodian does his part: the first opens the outer layer, the second the inner one and seals it anew for the one reader who
 * was named. Neither learns the identity by it, and neither can do the other's part. Signed, logged, and told to the reporter.
 */
export function openLayer(
  ctx: ProtectedCtx,
  { by, releaseId }: Step,
): Promise<Result<'half-opened' | 'released', ReleaseRefusal>> {
  return inProtected<'half-opened' | 'released', ReleaseRefusal>(ctx, async (tx) => {
    const found = await lockForCustodian(tx, ctx, { by, releaseId })
    if (!found.ok) return found
    const { release, identity } = found.value
    const step = custodianStep(release, by.holder.keyId)
    if (step === null) return err({ code: whyNot(release, by) })
    const holders = await listHolders(tx, ctx.agency.id)
    const of = (keyId: string) => holders.find((holder) => holder.keyId === keyId)
    if (of(release.outer)?.personId === of(release.inner)?.personId)
      return err({ code: 'release.one-person' })
    const { id, reader, reportId } = release
    if (!(await readsNow(tx, { agencyId: ctx.agency.id, reportId, keyId: reader })))
      return err({ code: 'release.reader' })
    const one = { agencyId: ctx.agency.id, id }
    if (step === 'outer') {
      const halfOpened = openOuter(by.vault.sealing, identity.sealedDek)
      if (!halfOpened) return err({ code: 'release.broken' })
      const outerSignature = signBytes(
        by.vault.signing,
        releaseText('outer', { id, reader, sealed: halfOpened }),
      )
      await saveRelease(tx, one, { state: 'half-opened', halfOpened, outerSignature })
      return told(tx, ctx, { by, release, step: 'half-opened', action: 'identity.half-opened', text: '' })
    }
    const readBy = of(reader)
    // A key that was written past the program gets no identity either.
    if (!readBy || !isEndorsed(ctx.channel, ctx.agency.id, toKnown(readBy)))
      return err({ code: 'release.reader' })
    const sealedDek = release.halfOpened && openInner(by.vault.sealing, release.halfOpened, readBy.sealingKey)
    if (!sealedDek) return err({ code: 'release.broken' })
    const expiresOn = daysAfter(thaiDay(ctx.now()), release.days)
    await saveRelease(tx, one, {
      state: 'released',
      halfOpened: null,
      sealedDek,
      innerSignature: signBytes(by.vault.signing, releaseText('inner', { id, reader, sealed: sealedDek })),
      expiresOn,
    })
    return told(tx, ctx, { by, release, step: 'released', action: 'identity.released', text: '', expiresOn })
  })
}

/** A custodian says no, and why: the reporter and who asked read it in the case. */
export function refuseRelease(
  ctx: ProtectedCtx,
  { by, releaseId, reason: typed }: Step & Readonly<{ reason: string }>,
): Promise<Result<'refused', ReleaseRefusal>> {
  const reason = cleanText(typed).trim()
  return inProtected<'refused', ReleaseRefusal>(ctx, async (tx) => {
    if (reason === '') return err({ code: 'release.no-reason' })
    const found = await lockForCustodian(tx, ctx, { by, releaseId })
    if (!found.ok) return found
    const { release } = found.value
    const isTheirs = [release.outer, release.inner].includes(by.holder.keyId)
    if (!isTheirs) return err({ code: 'release.not-yours' })
    if (release.state !== 'asked' && release.state !== 'half-opened')
      return err({ code: 'release.wrong-state' })
    await saveRelease(tx, { agencyId: ctx.agency.id, id: release.id }, { state: 'refused', halfOpened: null })
    return told(tx, ctx, { by, release, step: 'refused', action: 'identity.refused', text: reason })
  })
}

type Found = Readonly<{ release: SealedRelease; identity: StoredIdentity }>

/** The case is locked before the release, as everywhere. */
async function lockForCustodian(
  tx: Tx,
  ctx: ProtectedCtx,
  { releaseId }: Step,
): Promise<Result<Found, Readonly<{ code: ReleaseFault }>>> {
  const agencyId = ctx.agency.id
  const reportId = await caseOfRelease(tx, { agencyId, id: releaseId })
  if (reportId === null || !(await lockCase(tx, agencyId, { reportId })))
    return err({ code: 'release.not-found' })
  const release = await lockRelease(tx, { agencyId, id: releaseId })
  const identity = await findIdentity(tx, { agencyId, reportId })
  return release && identity ? ok({ release, identity }) : err({ code: 'release.not-found' })
}

function whyNot(release: SealedRelease, { holder }: OpenHolder): ReleaseFault {
  if (![release.outer, release.inner].includes(holder.keyId)) return 'release.not-yours'
  return release.consent === 'asked' || release.consent === 'refused'
    ? 'release.consent-refused'
    : 'release.wrong-state'
}

type Told<S extends string> = Readonly<{
  by: OpenHolder
  release: SealedRelease
  step: S
  action: AuditAct
  text: string
  expiresOn?: string
}>

/** Says in the case what was done, and writes it down. */
async function told<S extends string>(
  tx: Tx,
  ctx: ProtectedCtx,
  { by, release, step, action, text, expiresOn }: Told<S>,
): Promise<Result<S, ReleaseRefusal>> {
  const agencyId = ctx.agency.id
  const { reportId, id, reader } = release
  const day = thaiDay(ctx.now())
  const added = await appendByCustodian(tx, ctx.channel, {
    agencyId,
    reportId,
    kind: 'release',
    day,
    content: { text, facts: { id, reader, step, ...(expiresOn ? { expiresOn } : {}) } },
    by: { keyId: by.holder.keyId, signing: by.vault.signing },
  })
  if (!added.ok) return added
  await writeSealedAudit(tx, { agencyId, day, role: 'custodian', action, object: reportId })
  return ok(step)
}
