import type { ProtectedCtx } from '../../app/features/protected/channel.server.ts'
import { askRelease } from '../../app/features/protected/custody/usecases/ask-release.server.ts'
import { holdCase } from '../../app/features/protected/custody/usecases/hold-case.server.ts'
import { openLayer, refuseRelease } from '../../app/features/protected/custody/usecases/open-layer.server.ts'
import { readIdentity } from '../../app/features/protected/custody/usecases/read-identity.server.ts'
import type { OpenHolder } from '../../app/features/protected/receiving/own-vaults.server.ts'
import type { Result } from '../../app/kernel/result.ts'

type Custody = Readonly<{
  reader: OpenHolder
  outer: OpenHolder
  inner: OpenHolder
  reportId: string
  /** The text for each reason. */
  words: (field: string) => string
}>

/**
 * Asks for an identity, which one keeper refuses; asks again, and both open it; then the case is held. Gives what the reader
 * reads; throws where anything of it is refused that should not be.
 */
export async function releaseAndHold(
  ctx: ProtectedCtx,
  { reader, outer, inner, reportId, words }: Custody,
): Promise<string> {
  const ask = async () =>
    done(
      await askRelease(ctx, {
        by: reader,
        reportId,
        reader: reader.holder.keyId,
        reason: words('reason of a release'),
        days: 7,
        asksConsent: false,
      }),
    )
  const refused = await ask()
  done(await refuseRelease(ctx, { by: inner, releaseId: refused, reason: words('refusal of a release') }))
  const releaseId = await ask()
  // Which of the two is first was chosen when the report was sealed.
  const isOuterFirst = (await openLayer(ctx, { by: outer, releaseId })).ok
  done(await openLayer(ctx, { by: inner, releaseId }))
  if (!isOuterFirst) done(await openLayer(ctx, { by: outer, releaseId }))
  const hold = { by: reader, reportId, isHeld: true, reason: words('reason of a hold') }
  done(await holdCase(ctx, hold))
  return done(await readIdentity(ctx, { by: reader, releaseId }))
}

function done<T>(result: Result<T, Readonly<{ code: string }>>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
