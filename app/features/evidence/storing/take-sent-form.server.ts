import { rm } from 'node:fs/promises'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { EvidenceFiles } from './evidence-files.server.ts'
import { finishFile } from './finish-file.server.ts'
import type { SentFile, SentForm } from './sent-files.server.ts'
import type { AnsweredError } from './storing.errors.ts'
import { judgeDeclared, readSentFacts, type SentFacts } from './upload.domain.ts'

/** What became of the files of a form, in order; `fileName` as it was sent. */
export type TakenForm = Readonly<{
  evidenceIds: readonly string[]
  refused: readonly Readonly<{ fileName: string; error: AnsweredError }>[]
}>

/** Takes every file of a form that can be taken: a bad one does not undo the good ones. Removes the files from the disk. */
export async function takeSentForm(ctx: Ctx, files: EvidenceFiles, form: SentForm): Promise<TakenForm> {
  const evidenceIds: string[] = []
  const refused: { fileName: string; error: AnsweredError }[] = []
  const facts = readSentFacts(form.fields)
  for (const file of form.files) {
    const taken = await takeOne(ctx, files, file, facts.ok ? facts.value : { code: facts.error })
    await rm(file.path, { force: true })
    if (typeof taken === 'string') evidenceIds.push(taken)
    else refused.push({ fileName: file.fileName, error: taken })
  }
  return { evidenceIds, refused }
}

async function takeOne(
  ctx: Ctx,
  files: EvidenceFiles,
  { path, fileName, size }: SentFile,
  facts: SentFacts | AnsweredError,
): Promise<string | AnsweredError> {
  if ('code' in facts) return facts
  const declared = judgeDeclared({ fileName, size }, files)
  if (!declared.ok) return declared.error
  try {
    const finished = await finishFile(ctx, files, { uploadId: null, path, ...declared.value, facts })
    return finished.ok ? finished.value.evidenceId : finished.error
  } catch (error) {
    files.log.error({ err: error }, 'upload-not-kept')
    return { code: 'upload.not-kept' }
  }
}
