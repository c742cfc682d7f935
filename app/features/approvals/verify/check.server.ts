import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { VerifyAnswer } from './answer.domain.ts'
import { contentHashOfJson } from './json-content.ts'
import { readCopy, type SentCopy, type UnreadCopy } from './read-copy.server.ts'
import { readTypedHash, type TypedHashError } from './typed-hash.domain.ts'
import { findByShortCode, verifyHash } from './verify.queries.server.ts'

export type CheckError = UnreadCopy | TypedHashError | Readonly<{ code: 'hash.ambiguous' }>
/** `file` is what was sent; null where a hash was typed. */
export type Checked = Readonly<{
  answer: VerifyAnswer
  file: Readonly<{ fileName: string; size: number }> | null
}>

/** Checks what a form brings: a file, or a hash that was typed. */
export async function checkSent(ctx: Ctx, request: Request): Promise<Result<Checked, CheckError>> {
  const sent = await readCopy(request)
  if (!sent.ok) return sent
  if (sent.value.file) {
    const { fileName, size } = sent.value.file
    return ok({ answer: await checkCopy(ctx, sent.value.file), file: { fileName, size } })
  }
  const answer = await checkTyped(ctx, sent.value.typed)
  return answer.ok ? ok({ answer: answer.value, file: null }) : answer
}

/** Checks a hash as it was typed: a whole one, or the short code of the last page. */
export async function checkTyped(ctx: Ctx, typed: string): Promise<Result<VerifyAnswer, CheckError>> {
  const read = readTypedHash(typed)
  if (!read.ok) return read
  const { kind, digits } = read.value
  if (kind === 'whole') return ok(await verifyHash(ctx, digits))
  const [hash, another] = await findByShortCode(ctx, digits)
  if (another !== undefined) return err({ code: 'hash.ambiguous' })
  return ok(hash === undefined ? { status: 'unknown', hash: digits } : await verifyHash(ctx, hash))
}

/** A JSON file that is not the published one may still say the same. */
async function checkCopy(ctx: Ctx, { sha256, json }: SentCopy): Promise<VerifyAnswer> {
  const asFile = await verifyHash(ctx, sha256)
  const content = asFile.status === 'unknown' && json ? contentHashOfJson(json) : null
  if (content === null) return asFile
  const asContent = await verifyHash(ctx, content)
  return asContent.status === 'unknown' || asContent.match !== 'content'
    ? asFile
    : { ...asContent, hash: sha256, match: 'same-content' }
}
