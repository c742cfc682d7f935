import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { listHolidays } from '../../people/index.server.ts'
import type { ItemContent } from '../cases/case.domain.ts'
import { beginCase, type CaseStart, dropStart, wipeStart } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import type { DueDays } from '../deadlines/deadlines.domain.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import type { Receipt } from '../sealing/receipt.domain.ts'
import { createFormSecrets } from './form-secret.server.ts'
import { dropFiles, type IncomingFile, sealIncoming, settleFiles } from './incoming-files.server.ts'
import {
  checkReport,
  MOST_FILES,
  type ReportFault,
  readReport,
  type SentFields,
  type TypedReport,
} from './report-form.domain.ts'
import { termsOf } from './report-terms.ts'
import { channelViewOf, type ReporterVisit } from './reporter-visit.server.ts'
import { readSent, type SentFault } from './sent-form.server.ts'
import { findFirstItem, findSubmission } from './submission.queries.server.ts'
import { makeReport } from './usecases/make-report.server.ts'

const MEGABYTES_A_POINT = 20
const MEGABYTE = 1024 * 1024

/** Why nothing was taken. `faults`: what is wrong with the form itself. */
export type SendRefusal =
  | Readonly<{
      code:
        | 'expired'
        | 'forged'
        | 'busy'
        | 'away'
        | 'readers'
        | 'custodians'
        | Exclude<SentFault, 'not-taken'>
    }>
  | Readonly<{ code: 'wait'; minutes: number }>
  | Readonly<{ code: 'faults'; faults: readonly ReportFault[] }>

export type SentReport =
  | Readonly<{ kind: 'kept'; receipt: Receipt; files: number; due: DueDays }>
  /** The same form had been sent: the same case. `isOther`: what came now is not what came then, and was not kept. */
  | Readonly<{ kind: 'again'; receipt: Receipt; isOther: boolean; report: TypedReport }>
  | Readonly<{
      kind: 'refused'
      why: SendRefusal
      report: TypedReport
      hadFiles: boolean
      /** To be carried on: what is sent once more is the same report. Null: another one is needed. */
      formSecret: string | null
    }>

/** What is known of a form before a byte of its files is taken. */
type Opened = Readonly<{
  ctx: ProtectedCtx
  receipt: Receipt
  keys: ReceiptKeys
  submissionHash: Uint8Array
  /** Null: that form has made a case already. */
  start: CaseStart | null
}>

/**
 * Takes one report as a form sends it. What is acknowledged is durable: files first, then one transaction. What is refused
 * leaves nothing, and gives back what was typed.
 */
export async function sendReport(visit: ReporterVisit, request: Request): Promise<SentReport> {
  const { channel } = visit
  const length = Number(request.headers.get('content-length') ?? 0)
  const state: { why: SendRefusal | null; opened: Opened | null } = { why: null, opened: null }
  const open = async (fields: SentFields): Promise<boolean> => {
    const opened = await openForm(visit, fields, length).catch((error) => faultOf(visit, error))
    if ('code' in opened) state.why = opened
    else state.opened = opened
    return state.opened?.start != null
  }
  const sent = await readSent<IncomingFile>(request, {
    mostBytes: channel.mostBytes,
    mostFiles: MOST_FILES,
    begin: open,
    keep: (bytes, file) =>
      sealIncoming(channel.filesFolder, bytes, {
        ...file,
        shredKey: (state.opened as Opened & { start: CaseStart }).start.shredKey,
      }),
  })
  const report = readReport(sent.fields)
  const formSecret = secretIn(sent.fields)
  const leave = async () => {
    await dropFiles(channel.filesFolder, sent.files).catch(() => {})
    if (state.opened?.start) await dropStart(channel, state.opened.start).catch(() => {})
  }
  const refused = async (why: SendRefusal, mayBeKept = false): Promise<SentReport> => {
    if (!mayBeKept) await leave()
    if (why.code !== 'faults') channel.log('report-refused', { code: why.code })
    const isSpent = why.code === 'expired' || why.code === 'forged'
    return { kind: 'refused', why, report, hadFiles: sent.hadFiles, formSecret: isSpent ? null : formSecret }
  }
  try {
    if (sent.fault !== null && sent.fault !== 'not-taken') return await refused({ code: sent.fault })
    if (state.opened === null && state.why === null) await open(sent.fields)
    if (state.why !== null) return await refused(state.why)
    const opened = state.opened as Opened
    if (opened.start === null) return await again(opened, report)
    return await keep(opened as Opened & { start: CaseStart }, { report, files: sent.files, leave, refused })
  } catch (error) {
    const isUncertain = error instanceof Uncertain
    return refused(faultOf(visit, isUncertain ? error.cause : error), isUncertain)
  }
}

/** Of the system, and of PostgreSQL whose disk is full. */
const OF_STORAGE = /^(ENOSPC|EDQUOT|EROFS|EIO|EACCES|EMFILE|ENFILE|53100)$/

/** A fault of our own, as it is told; its code alone goes into the log of the channel. */
function faultOf({ channel }: ReporterVisit, error: unknown): Readonly<{ code: 'storage' | 'away' }> {
  const { code = '', name } = error as NodeJS.ErrnoException
  channel.log('report-failed', { code: code || name })
  return { code: OF_STORAGE.test(code) ? 'storage' : 'away' }
}

/**
 * The database broke off while it kept a case: nobody knows whether it did. Then nothing is taken away, and the same form sent
 * once more finds the case or makes it.
 */
class Uncertain extends Error {
  constructor(cause: unknown) {
    super('whether a case was kept is not known', { cause })
  }
}

const secretIn = (fields: SentFields): string => fields.findLast(([name]) => name === 'formSecret')?.[1] ?? ''

/** The secret of the form, the limits, the keys of its receipt, and whether it has made a case. */
async function openForm(
  visit: ReporterVisit,
  fields: SentFields,
  length: number,
): Promise<Opened | SendRefusal> {
  const { channel, network, ctx } = visit
  const secrets = createFormSecrets(channel.pepper, () => new Date())
  const form = secrets.read(secretIn(fields))
  if (form === null) return { code: 'forged' }
  const points = 1 + Math.floor(length / (MEGABYTES_A_POINT * MEGABYTE))
  const admission = channel.limits.take('send', network, points)
  if ('refused' in admission) return { code: 'wait', minutes: admission.refused }
  if (admission.delayMs > 0) await sleep(admission.delayMs)
  if (ctx === null) return { code: 'away' }
  const submissionHash = createHash('sha256').update('prongsai form v1').update(form.secret).digest()
  const isMade = await findSubmission(ctx, submissionHash)
  if (!isMade && form.isExpired) return { code: 'expired' }
  if (!isMade) {
    const view = await channelViewOf(visit)
    if (view === null) return { code: 'away' }
    const faults = checkReport(readReport(fields), termsOf(view, visit.lang))
    if (faults.length > 0) return { code: 'faults', faults }
  }
  const receipt = channel.derivation.receiptOfForm(form.secret)
  const keys = await channel.derivation.deriveReceipt(receipt)
  if (!keys.ok) return { code: 'busy' }
  return {
    ctx,
    receipt,
    keys: keys.value,
    submissionHash,
    start: isMade ? null : await beginCase(channel),
  }
}

type Keeping = Readonly<{
  report: TypedReport
  files: readonly IncomingFile[]
  leave: () => Promise<void>
  refused: (why: SendRefusal) => Promise<SentReport>
}>

async function keep(
  opened: Opened & { start: CaseStart },
  { report, files, leave, refused }: Keeping,
): Promise<SentReport> {
  const { ctx, receipt, start } = opened
  const holidays = await listHolidays(ctx)
  await settleFiles(ctx.channel.filesFolder, files)
  const made = await makeReport(ctx, {
    report,
    start,
    keys: opened.keys,
    submissionHash: opened.submissionHash,
    content: contentOf(report, files),
    files: files.map(({ stored }) => stored),
    day: thaiDay(ctx.now()),
    holidays,
  }).catch((error) => {
    throw new Uncertain(error)
  })
  if (made.ok) {
    wipeStart(start)
    return { kind: 'kept', receipt, files: files.length, due: made.value.due }
  }
  if (made.error.code === 'case.already-made') {
    await leave()
    return again(opened, report)
  }
  return refused({ code: made.error.code })
}

/** The receipt that the form got when it came first; what came then is compared with what came now. */
async function again({ ctx, keys, receipt }: Opened, report: TypedReport): Promise<SentReport> {
  const first = await findFirstItem(ctx, keys)
  const now = contentOf(report, [])
  const isOther =
    first !== null && (first.text !== now.text || JSON.stringify(first.fields) !== JSON.stringify(now.fields))
  return { kind: 'again', receipt, isOther, report }
}

/** What is sealed as the first item. Who the reporter is stands in none of it. */
const contentOf = (report: TypedReport, files: readonly IncomingFile[]): ItemContent => ({
  text: report.what,
  fields: {
    who: report.who,
    where: report.where,
    when: report.when,
    fears: report.fears,
    offices: report.offices.join(', '),
  },
  files: files.map(({ file }) => file),
})
