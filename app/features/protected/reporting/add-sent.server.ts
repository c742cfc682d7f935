import { setTimeout as sleep } from 'node:timers/promises'
import { cleanText } from '../../../kernel/clean-text.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import { dropFiles, type IncomingFile, sealIncoming, settleFiles } from './incoming-files.server.ts'
import { LONGEST, MOST_FILES, type SentFields } from './report-form.domain.ts'
import type { ReporterVisit } from './reporter-visit.server.ts'
import { readSent, type SentFault } from './sent-form.server.ts'
import { findShredKey } from './thread.queries.server.ts'
import { addToReport } from './usecases/add-to-report.server.ts'

export type AddRefusal =
  | Readonly<{ code: 'empty' | 'too-long' | 'over' | 'away' | Exclude<SentFault, 'not-taken'> }>
  | Readonly<{ code: 'wait'; minutes: number }>

export type SentAct = Readonly<{
  /** What the form asks for; its text fields. */
  act: string
  fields: SentFields
  /** Of an addition: null when it was made. */
  refusal: AddRefusal | null
}>

/** Reads a form of the page of a report, and makes an addition where it is one. `keys` is null where no session is open. */
export async function takeAct(
  { channel, network, ctx }: ReporterVisit,
  request: Request,
  keys: ReceiptKeys | null,
): Promise<SentAct> {
  const begun: { shredKey: Uint8Array | null; refusal: AddRefusal | null; isBegun: boolean } = {
    shredKey: null,
    refusal: null,
    isBegun: false,
  }
  const begin = async (): Promise<boolean> => {
    begun.isBegun = true
    if (keys === null) begun.refusal = { code: 'over' }
    if (ctx === null) begun.refusal = { code: 'away' }
    if (keys === null || ctx === null) return false
    const admission = channel.limits.take('send', network)
    if ('refused' in admission) begun.refusal = { code: 'wait', minutes: admission.refused }
    else if (admission.delayMs > 0) await sleep(admission.delayMs)
    if (begun.refusal !== null) return false
    begun.shredKey = await findShredKey(ctx, keys).catch(() => null)
    if (begun.shredKey === null) begun.refusal = { code: 'over' }
    return begun.shredKey !== null
  }
  const sent = await readSent<IncomingFile>(request, {
    mostBytes: channel.mostBytes,
    mostFiles: MOST_FILES,
    begin,
    keep: (bytes, file) =>
      sealIncoming(channel.filesFolder, bytes, { ...file, shredKey: begun.shredKey as Uint8Array }),
  })
  const fieldOf = (name: string) => sent.fields.findLast(([field]) => field === name)?.[1] ?? ''
  const act = fieldOf('act')
  const answer = (refusal: AddRefusal | null): SentAct => ({ act, fields: sent.fields, refusal })
  if (act !== 'add') {
    await dropFiles(channel.filesFolder, sent.files)
    return answer(null)
  }
  const refused = async (refusal: AddRefusal) => {
    await dropFiles(channel.filesFolder, sent.files).catch(() => {})
    channel.log('addition-refused', { code: refusal.code })
    return answer(refusal)
  }
  if (sent.fault !== null && sent.fault !== 'not-taken') return refused({ code: sent.fault })
  if (!begun.isBegun) await begin()
  if (begun.refusal !== null) return refused(begun.refusal)
  const text = cleanText(fieldOf('text'))
  if (text.trim() === '' && sent.files.length === 0) return refused({ code: 'empty' })
  if ([...text].length > LONGEST.what) return refused({ code: 'too-long' })
  const made = await keep(ctx as ProtectedCtx, {
    keys: keys as ReceiptKeys,
    text,
    files: sent.files,
    once: fieldOf('once').slice(0, 64),
  })
  return made === 'kept' ? answer(null) : made === 'uncertain' ? answer({ code: 'away' }) : refused(made)
}

type Kept = Readonly<{ keys: ReceiptKeys; text: string; files: readonly IncomingFile[]; once: string }>

async function keep(ctx: ProtectedCtx, addition: Kept): Promise<'kept' | 'uncertain' | AddRefusal> {
  const { channel } = ctx
  try {
    await settleFiles(channel.filesFolder, addition.files)
  } catch (error) {
    channel.log('addition-failed', { code: (error as NodeJS.ErrnoException).code ?? '' })
    return { code: 'storage' }
  }
  try {
    const added = await addToReport(ctx, { ...addition, day: thaiDay(ctx.now()) })
    if (!added.ok) return { code: added.error.code === 'case.not-found' ? 'over' : 'broken' }
    if (!added.value.isNew) await dropFiles(channel.filesFolder, addition.files)
    return 'kept'
  } catch (error) {
    // Whether it was kept is not known: nothing is taken away, and the same form sent again adds once.
    channel.log('addition-failed', { code: (error as NodeJS.ErrnoException).code ?? '' })
    return 'uncertain'
  }
}
