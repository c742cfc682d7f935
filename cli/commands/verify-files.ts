import { listPublishedFiles } from '../../app/features/approvals/index.server.ts'
import { type ListedFile, listStoredFiles } from '../../app/features/evidence/index.server.ts'
import { listCaptureFiles } from '../../app/features/watch/index.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { checkStored, type StoredState } from '../../app/platform/files/check-stored.server.ts'
import type { FileStore } from '../../app/platform/files/file-store.ts'

/** A file that is not in the store as it was kept. `fileName` is one of the names under which it is known. */
export type BadFile = Readonly<{
  agency: string
  sha256: string
  fileName: string | null
  problem: Exclude<StoredState, 'whole'>
}>
export type CheckedFiles = Readonly<{ checked: number; bad: readonly BadFile[] }>

type ListFiles = (
  ctx: Ctx,
  given: Readonly<{ after: string; most: number }>,
) => Promise<readonly ListedFile[]>

const LISTS: readonly ListFiles[] = [listStoredFiles, listPublishedFiles, listCaptureFiles]
/** Names of so many files are in memory at once, and of the files themselves never more than a piece. */
const MOST_AT_ONCE = 500

/** Reads every file of these agencies that shall lie in the store, evidence, publications and captures, one after the other. */
export async function verifyFiles(
  agencies: readonly Ctx[],
  { store, onFile }: Readonly<{ store: FileStore; onFile: (checked: number) => void }>,
): Promise<CheckedFiles> {
  const bad: BadFile[] = []
  let checked = 0
  for (const ctx of agencies)
    for (const list of LISTS)
      for await (const { sha256, fileName } of filesOf(ctx, list)) {
        checked += 1
        onFile(checked)
        const problem = await checkStored(store, { agencyId: ctx.agency.id, sha256 })
        if (problem !== 'whole') bad.push({ agency: ctx.agency.code, sha256, fileName, problem })
      }
  return { checked, bad }
}

async function* filesOf(ctx: Ctx, list: ListFiles): AsyncGenerator<ListedFile> {
  let after = ''
  for (;;) {
    const files = await list(ctx, { after, most: MOST_AT_ONCE })
    yield* files
    const last = files.at(-1)
    if (!last || files.length < MOST_AT_ONCE) return
    after = last.sha256
  }
}
