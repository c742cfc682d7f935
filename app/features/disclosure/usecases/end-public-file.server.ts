import { cleanText } from '../../../kernel/clean-text.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { holdPublicFile, setFileEnded } from '../public-files/public-file.repo.server.ts'

type EndPublicFile = Readonly<{ sha256: string; fileName: string; reason: string }>
type EndFileError = PermissionRefusal | Readonly<{ code: 'file.unknown' | 'file.ended' | 'file.no-reason' }>

/** Takes a file from the public: its address says from then on since when and why. */
export const endPublicFile = (
  ctx: Ctx,
  { sha256, fileName, reason: typed }: EndPublicFile,
): Promise<Result<null, EndFileError>> =>
  inTransaction<null, EndFileError>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.withdraw', ctx.actor)
    if (refusal) return err(refusal)
    const reason = cleanText(typed).trim()
    if (reason === '') return err({ code: 'file.no-reason' })
    const file = { agencyId: ctx.agency.id, sha256, fileName }
    const held = await holdPublicFile(tx, file)
    if (!held) return err({ code: 'file.unknown' })
    if (held.isEnded) return err({ code: 'file.ended' })
    await setFileEnded(tx, { ...file, at: ctx.now(), byName: ctx.actor.name, reason })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'public-file.ended',
      object: { kind: 'public-file', id: sha256 },
      detail: { reason },
    })
    return ok(null)
  })
