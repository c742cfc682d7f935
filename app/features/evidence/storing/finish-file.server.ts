import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { EvidenceFiles } from './evidence-files.server.ts'
import { judgeKind } from './file-kind.domain.ts'
import { inspectFile } from './inspect-file.server.ts'
import { readLocation } from './picture-location.server.ts'
import type { StoringError } from './storing.errors.ts'
import type { SentFacts } from './upload.domain.ts'
import { addUploadedFile } from './usecases/add-uploaded-file.server.ts'
import { refuseUpload } from './usecases/refuse-upload.server.ts'

/** A file that lies whole on the disk of this machine. `size` is what was announced, in bytes. */
type SentFile = Readonly<{
  uploadId: string | null
  path: string
  fileName: string
  size: number
  facts: SentFacts
}>

/**
 * Makes evidence of a file that came whole: looks at it, keeps it in the store, then writes its rows. Whatever happens in
 * between, the file stays where it is and this can be done again; who calls removes it when this is over.
 */
export async function finishFile(
  ctx: Ctx,
  files: EvidenceFiles,
  sent: SentFile,
): Promise<Result<{ evidenceId: string }, StoringError>> {
  const { path, uploadId, facts } = sent
  const { sha256, size, content } = await inspectFile(path)
  const refuse = async (error: StoringError): Promise<Result<never, StoringError>> => {
    await refuseUpload(ctx, { uploadId, code: error.code, sha256, size })
    return err(error)
  }
  if (size === 0) return refuse({ code: 'upload.empty' })
  if (size !== sent.size) return refuse({ code: 'upload.cut-short' })
  const judged = judgeKind(sent.fileName, content)
  if (!judged.ok) return refuse(judged.error)
  const { fileName, mediaType } = judged.value
  const location = await readLocation(path, mediaType)
  await files.store.put({ agencyId: ctx.agency.id, sha256, path, size, mediaType })
  const added = await addUploadedFile(ctx, {
    uploadId,
    fileName,
    mediaType,
    sha256,
    size,
    location,
    facts,
    defaultQuota: files.defaultQuota,
  })
  if (!added.ok) return refuse(added.error)
  files.stored()
  return ok({ evidenceId: added.value.evidenceId })
}
