import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { inspectFile, type SentFile } from '../../evidence/index.server.ts'
import { judgeDeclared, judgeKind } from '../../evidence/index.ts'
import type { DeskErrorCode } from '../desk.errors.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { MOST_FILES } from './most-files.domain.ts'
import { sealToDisk } from './sealed-file.server.ts'

/** A file that lies sealed in the store and has no row yet. */
export type TakenFile = Readonly<{
  id: string
  fileName: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
  contentKey: Buffer
}>

/**
 * Judges files as files of evidence are, and keeps them sealed in the store: all or none. The files on the disk stay, who calls
 * removes them; what was taken and gets no row is given back by `giveBackFiles`.
 */
export async function takeFiles(
  ctx: Ctx,
  tools: DeskTools,
  files: readonly SentFile[],
): Promise<Result<readonly TakenFile[], DeskErrorCode>> {
  if (files.length > MOST_FILES) return err('file.too-many')
  const taken: TakenFile[] = []
  for (const file of files) {
    const one = await takeOne(ctx, tools, file)
    if (one.ok) taken.push(one.value)
    else {
      await giveBackFiles(ctx, tools, taken)
      return one
    }
  }
  return ok(taken)
}

/** Removes from the store what was taken and belongs to no ticket. */
export async function giveBackFiles(
  ctx: Ctx,
  { store, log }: Pick<DeskTools, 'store' | 'log'>,
  taken: readonly Pick<TakenFile, 'sha256'>[],
): Promise<void> {
  for (const { sha256 } of taken)
    await store
      .remove({ agencyId: ctx.agency.id, sha256 })
      // Without its key it says nothing to anybody.
      .catch((error: Error) => log.warn({ err: error }, 'desk-file-not-removed'))
}

async function takeOne(
  ctx: Ctx,
  { store, folder, mostBytes, log }: DeskTools,
  sent: SentFile,
): Promise<Result<TakenFile, DeskErrorCode>> {
  const declared = judgeDeclared({ fileName: sent.fileName, size: sent.size }, { mostBytes })
  if (!declared.ok) return err(FAULTS[declared.error.code] ?? 'file.kind-not-allowed')
  const sealedAt = path.join(folder, `${randomUUID()}.passing`)
  try {
    const { size, content } = await inspectFile(sent.path)
    const judged = judgeKind(declared.value.fileName, content)
    if (!judged.ok) return err('file.kind-not-allowed')
    const { sha256, contentKey } = await sealToDisk(sent.path, sealedAt)
    const mediaType = 'application/octet-stream'
    await store.put({ agencyId: ctx.agency.id, sha256, path: sealedAt, size, mediaType })
    return ok({ id: randomUUID(), ...judged.value, size, sha256, contentKey })
  } catch (error) {
    log.error({ err: error }, 'desk-file-not-kept')
    return err('file.not-kept')
  } finally {
    await rm(sealedAt, { force: true })
  }
}

const FAULTS: Readonly<Record<string, DeskErrorCode>> = {
  'upload.empty': 'file.empty',
  'upload.too-large': 'file.too-large',
}
