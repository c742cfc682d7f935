import type { Readable } from 'node:stream'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { scanRefusal } from '../../evidence/index.ts'
import type { DeskError } from '../desk.errors.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import type { DeskFile } from './file.repo.server.ts'
import { unsealed } from './sealed-file.server.ts'

/** A file to be handed out, as an attachment alone: it came from a stranger. */
export type OpenedFile = Readonly<{ fileName: string; mediaType: string; size: number; bytes: Readable }>

/** Opens a file for somebody who may have it; what the scanner has not seen or did find is kept back. */
export async function openSealed(
  ctx: Ctx,
  { store, isScanning }: Pick<DeskTools, 'store' | 'isScanning'>,
  file: DeskFile,
): Promise<Result<OpenedFile, DeskError>> {
  const refusal = scanRefusal(file, isScanning)
  if (refusal) return err({ code: refusal === 'file.infected' ? refusal : 'file.waits-for-scan' })
  const sealed = await store.open({ agencyId: ctx.agency.id, sha256: file.sha256 })
  if (!sealed) return err({ code: 'file.unknown' })
  const { fileName, mediaType, size, contentKey } = file
  return ok({ fileName, mediaType, size, bytes: unsealed(sealed, contentKey) })
}
