import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PdfRendererOptions } from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { ASK_LIMITS, type Asking, type AskLimits, ask } from '../asking/ask.server.ts'
import { createPacing, type PacingClock } from '../asking/pacing.ts'
import { isDocument } from '../detecting/detect.domain.ts'
import { createRecordMaker } from '../keeping/record-maker.server.ts'
import { createReader, READER_LIMITS, type Reader, type ReaderLimits } from '../reading/reader.server.ts'
import type { WatchTarget } from '../watch.domain.ts'
import type { Leave, Looked, WatchTools } from '../watch-tools.server.ts'
import { createLinkMemory, deadLinks, type LinkMemory } from './dead-links.server.ts'
import { type Came, resultOf, saysAttachment } from './result.server.ts'

type LookingParts = Readonly<{
  /** Where what came lies while it is read; on the disk of this machine. */
  folder: string
  now: () => Date
  limits?: AskLimits
  reading?: ReaderLimits
  /** Between two requests to a host, and by which clock. */
  everyMs?: number
  clock?: PacingClock
  resolve?: NonNullable<Asking['resolve']>
  ca?: NonNullable<Asking['ca']>
}>
type ToolParts = LookingParts &
  Pick<WatchTools, 'store' | 'log'> &
  Readonly<{
    /** Within which records are set as PDF. */
    pdf?: Partial<PdfRendererOptions>
  }>

/** What opens addresses and keeps nothing; no process is started before the first look. */
export function openLooking({ folder, now, ...given }: LookingParts): Pick<WatchTools, 'look' | 'close'> {
  const reader = createReader(given.reading ?? READER_LIMITS)
  const asking = {
    limits: given.limits ?? ASK_LIMITS,
    pacing: createPacing({
      ...(given.everyMs !== undefined && { everyMs: given.everyMs }),
      ...(given.clock && { clock: given.clock }),
    }),
    ...(given.resolve && { resolve: given.resolve }),
    ...(given.ca && { ca: given.ca }),
  }
  const links = createLinkMemory(now)
  return {
    look: (target, leave) => look(target, { leave, asking, reader, links, folder, now }),
    close: reader.close,
  }
}

/** The same for all agencies, with what keeps what was seen. */
export function openWatchTools({ store, log, pdf, ...parts }: ToolParts): WatchTools {
  const { look, close } = openLooking(parts)
  const records = createRecordMaker(pdf ?? {})
  return {
    store,
    log,
    records,
    look,
    close: () => {
      close()
      records.close()
    },
  }
}

type Looking = Readonly<{
  leave: Leave
  asking: Omit<Asking, 'ownOrigins' | 'mayAsk'>
  reader: Reader
  links: LinkMemory
  folder: string
  now: () => Date
}>

async function look(target: WatchTarget, parts: Looking): Promise<Looked> {
  const { leave, reader, folder, now } = parts
  const startedAt = now()
  const asking: Asking = {
    ...parts.asking,
    ownOrigins: leave.ownOrigins,
    mayAsk: (host) => leave.hosts === null || leave.hosts.has(host),
  }
  const answer = await ask(target.address, asking)
  const at = () => ({ startedAt, durationMs: Math.max(0, now().getTime() - startedAt.getTime()) })
  if (!answer.ok) {
    const isOwn = URL.canParse(target.address) && leave.ownOrigins.includes(new URL(target.address).origin)
    const detail = isOwn ? { ...answer.error.detail, site: 'own' } : answer.error.detail
    const said = { ...answer.error, detail }
    return { result: resultOf(target, { ...at(), answer: said, came: null }), bytes: null, forget }
  }
  const { bytes, saidType, saidDisposition, finalAddress } = answer.value
  const file = path.join(folder, randomUUID())
  const remove = () => rm(file, { force: true })
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(file, bytes, { mode: 0o600 })
    const given = { path: file, saidType, address: finalAddress }
    const outcome = bytes.length === 0 ? null : await reader.read(given)
    const reading = outcome?.kind === 'read' ? outcome.reading : null
    const isAttachment = saysAttachment(saidDisposition)
    const isPage =
      reading?.kind === 'html' && !isDocument(target, { address: finalAddress, saidType, isAttachment })
    const came: Came = {
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType:
        reading?.mediaType ??
        (outcome?.kind === 'unreadable' ? outcome.mediaType : 'application/octet-stream'),
      reading,
      accessibility: isPage ? await reader.accessibility(given) : null,
      deadLinks: isPage
        ? await deadLinks(reading.links, {
            page: finalAddress,
            asking,
            links: parts.links,
            isFresh: leave.isFresh ?? false,
          })
        : [],
    }
    const { size, sha256, mediaType } = came
    return {
      result: resultOf(target, { ...at(), answer: answer.value, came }),
      bytes: { path: file, fileName: fileNameOf(finalAddress, mediaType), mediaType, size, sha256 },
      forget: remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}

const forget = async () => undefined

const LONGEST_NAME = 120
const USUAL: Readonly<Record<string, string>> = { 'text/html': 'html', 'application/pdf': 'pdf' }

/** What came is called as its address calls it; a page has the name of its last part. */
function fileNameOf(address: string, mediaType: string): string {
  const [last = ''] = new URL(address).pathname.split('/').filter(Boolean).slice(-1)
  const decoded = URL.canParse(`http://a/${last}`) ? safeDecoded(last) : ''
  const name =
    decoded
      .replace(/[^\p{L}\p{M}\p{N}._-]/gu, '_')
      .slice(0, LONGEST_NAME)
      .toWellFormed() || 'page'
  return /\.[a-z0-9]{2,5}$/i.test(name) ? name : `${name}.${USUAL[mediaType] ?? 'bin'}`
}

function safeDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
