import type { Ctx } from '../../../platform/ctx.server.ts'
import type { PublicFileRef } from '../disclosure.domain.ts'
import { findPublicFile } from './public-file.repo.server.ts'

/** Whether everybody may have a file now, as far as the agency decides: what the scanner says is asked when it is handed out. */
export async function isFilePublic(ctx: Ctx, { sha256, fileName }: PublicFileRef): Promise<boolean> {
  const file = await findPublicFile(ctx, { sha256, fileName, isScanning: false })
  return file !== null && file.ended === null
}
