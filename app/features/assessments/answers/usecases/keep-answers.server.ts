import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { sha256Hex } from '../../../../platform/hash/content-hash.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import { oldestUpload } from '../../uploads/upload.domain.ts'
import { removeOldUploads } from '../../uploads/upload.repo.server.ts'
import type { AnswersError } from '../answers.errors.ts'
import { insertAnswersUpload } from '../answers-upload.repo.server.ts'

/** A file of answers has at most so many bytes. */
export const LARGEST_ANSWERS = 5_000_000

export type KeepAnswers = Readonly<{
  bytes: Uint8Array
  fileName: string
  /** Where the answers come from, in the words of who brings them. */
  sourceNote: string | null
}>

/** Keeps a file of answers for a day, so that it can be looked at before it counts. Answers its identifier. */
export function keepAnswers(
  ctx: Ctx,
  { bytes, fileName, sourceNote }: KeepAnswers,
): Promise<Result<string, AnswersError>> {
  return inTransaction<string, AnswersError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
    if (refusal) return err(refusal)
    if (bytes.length === 0) return err({ code: 'answers.no-file', cells: [] })
    if (bytes.length > LARGEST_ANSWERS) return err({ code: 'answers.too-large', cells: [] })
    const agencyId = ctx.agency.id
    const sha256 = sha256Hex(bytes)
    await removeOldUploads(tx, agencyId, oldestUpload(ctx.now()))
    const id = await insertAnswersUpload(tx, {
      agencyId,
      fileName: fileName.replace(/\p{Cc}/gu, '').slice(0, 200) || sha256,
      sha256,
      content: bytes,
      sourceNote,
      at: ctx.now(),
      by: ctx.actor.name,
    })
    return ok(id)
  })
}
