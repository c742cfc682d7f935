import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ProtectedCtx } from '../../app/features/protected/channel.server.ts'
import { withProtected } from '../../app/features/protected/database/protected-db.server.ts'
import { createFormSecrets } from '../../app/features/protected/reporting/form-secret.server.ts'
import type { ReporterVisit } from '../../app/features/protected/reporting/reporter-visit.server.ts'
import { sendReport } from '../../app/features/protected/reporting/send-report.server.ts'
import { FIRST_SETTINGS } from '../../app/features/protected/settings/channel-settings.domain.ts'
import {
  findChannelSettings,
  saveChannelSettings,
} from '../../app/features/protected/settings/channel-settings.repo.server.ts'
import { anAgency } from './agency-at-work.ts'
import type { TestDatabase } from './database.ts'
import { aHolder, openSealedRoom } from './sealed-room.ts'

export type TestFile = Readonly<{ name: string; bytes: Uint8Array; type?: string }>

/** A channel that is open, with two recipients, one outside, and two keepers of identities; and who writes to it. */
export async function openReporterDesk(database: TestDatabase) {
  const room = openSealedRoom(await anAgency(database))
  const { ctx } = room
  const people = {
    first: await aHolder(ctx, 'recipient'),
    second: await aHolder(ctx, 'recipient', { officeKey: 'สำนักพัสดุ' }),
    outside: await aHolder(ctx, 'external'),
    outer: await aHolder(ctx, 'custodian'),
    inner: await aHolder(ctx, 'custodian'),
  }
  await withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const { settings } = await findChannelSettings(tx, ctx.agency.id)
    await saveChannelSettings(tx, {
      agencyId: ctx.agency.id,
      settings: { ...FIRST_SETTINGS, ...settings, isOpen: true },
      recovery: null,
      day: '2026-11-26',
    })
  })
  return {
    ctx,
    people,
    close: room.close,
    visit: (changes: Partial<ReporterVisit> = {}): ReporterVisit => visitOf(ctx, changes),
    /** What everybody finds on the disk of the channel, its log and its folders. */
    onDisk: () => readTree(path.dirname(ctx.channel.filesFolder)),
    filesIn: (part: string) => listTree(path.join(ctx.channel.filesFolder, part)),
    /** Keys of cases outside the database. */
    caseKeys: () =>
      listTree(path.join(ctx.channel.filesFolder, '..', 'shred')).filter((file) => file.endsWith('.key')),
  }
}

/** Each from a network of its own, so that limits of one test are not those of the next. */
const visitOf = (ctx: ProtectedCtx, changes: Partial<ReporterVisit>): ReporterVisit => ({
  lang: 'th',
  channel: ctx.channel,
  network: randomBytes(4).join('.'),
  isStaffNetwork: false,
  isSent: true,
  ctx,
  ...changes,
})

export const newFormSecret = ({ channel }: ProtectedCtx, at = new Date()): string =>
  createFormSecrets(channel.pepper, () => at).issue()

export const WORDS = {
  category: 'corruption',
  what: 'หัวหน้าฝ่ายเรียกเงิน ครั้งละ ๕๐,๐๐๐ บาท',
  who: 'ฝ่ายพัสดุ',
  where: 'ชั้น 3',
  when: 'มกราคม',
  fears: 'ถูกย้าย',
  name: '',
  contact: '',
}

const PIECE = 64 * 1024

/** A form as a browser sends it: words first, files last. */
export function formOf(
  fields: Readonly<Record<string, string | readonly string[]>>,
  files: readonly TestFile[] = [],
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  for (const { name, bytes, type = 'application/octet-stream' } of files)
    form.append('files', new Blob([bytes as BlobPart], { type }), name)
  return form
}

/** The same as bytes, with its head, so that it can be cut, or its length told wrongly. */
export async function bodyOf(form: FormData) {
  const encoded = new Response(form)
  const type = encoded.headers.get('content-type') ?? ''
  return { bytes: Buffer.from(await encoded.arrayBuffer()), type }
}

export function requestOf(
  { bytes, type }: Readonly<{ bytes: Uint8Array; type: string }>,
  { length = bytes.byteLength, cutAfter = null as number | null } = {},
): Request {
  let sent = 0
  const end = cutAfter ?? bytes.byteLength
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent < end) controller.enqueue(bytes.subarray(sent, Math.min(end, sent + PIECE)))
      else if (cutAfter === null) controller.close()
      else controller.error(new Error('the line is cut'))
      sent += PIECE
    },
  })
  return new Request('https://agency.example/whistleblow/report/send', {
    method: 'POST',
    headers: { 'Content-Type': type, 'Content-Length': String(length) },
    body,
    duplex: 'half',
  } as RequestInit)
}

export const sendForm = async (visit: ReporterVisit, form: FormData) =>
  sendReport(visit, requestOf(await bodyOf(form)))

const listTree = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const readTree = (folder: string): string =>
  listTree(folder)
    .map((file) => `${file}\n${readFileSync(file).toString('latin1')}`)
    .join('\n')
