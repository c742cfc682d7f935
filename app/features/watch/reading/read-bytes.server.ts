import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { decodeText } from '../../../platform/office-files/decode-text.server.ts'
import { guardPackage } from '../../../platform/office-files/package-guard.server.ts'
import { openHtml } from './open-html.server.ts'
import { activeParts, readHtml } from './read-html.server.ts'
import { readDocx, readTable } from './read-office.server.ts'
import { readPdf } from './read-pdf.server.ts'
import { EMPTY_READING, MOST_TEXT, type Reading, type ReadOutcome } from './reading.domain.ts'
import { THAI_WORDS } from './thai-words.th.ts'

type Given = Readonly<{ path: string; saidType: string | null; address: string }>

/** Reads a file by what its bytes are: names and headers are believed only where the bytes could be either. */
export async function readBytes({ path, saidType, address }: Given): Promise<ReadOutcome> {
  const bytes = await readFile(path)
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mediaType = found?.mime ?? 'application/octet-stream'
  try {
    const reading = await readAs(bytes, { found: found?.ext ?? null, mediaType, saidType, address })
    return reading ? { kind: 'read', reading } : { kind: 'unreadable', mediaType }
  } catch {
    return { kind: 'unreadable', mediaType }
  }
}

type Known = Readonly<{ found: string | null; mediaType: string; saidType: string | null; address: string }>

async function readAs(bytes: Buffer, known: Known): Promise<Reading | null> {
  const { found, mediaType, saidType, address } = known
  if (found === 'pdf') return readPdf(bytes)
  if (found === 'docx' || found === 'xlsx') {
    if (!guardPackage(bytes).ok) return null
    return found === 'docx' ? readDocx(bytes) : readTable(bytes, 'xlsx')
  }
  if (found !== null && found !== 'xml')
    return {
      ...EMPTY_READING,
      kind: mediaType.startsWith('image/') ? 'picture' : 'other',
      mediaType,
      pictures: mediaType.startsWith('image/') ? 1 : 0,
    }
  const beginning = bytes.subarray(0, 4_096).toString('latin1')
  if (isSvg(beginning)) return readSvg(bytes, address)
  if (isHtml(beginning) || /^(text\/html|application\/xhtml\+xml)/i.test(saidType ?? ''))
    return readHtml(bytes, saidType, address)
  const decoded = decodeText(bytes, THAI_WORDS)
  if (!decoded.ok) return { ...EMPTY_READING, kind: 'other', mediaType }
  if (/csv/i.test(saidType ?? '') || new URL(address).pathname.endsWith('.csv'))
    return readTable(bytes, 'csv')
  return {
    ...EMPTY_READING,
    kind: 'text',
    mediaType: 'text/plain',
    text: decoded.value.text.slice(0, MOST_TEXT),
  }
}

/** Behind what may stand before it: a declaration, comments, a document type. */
const isSvg = (beginning: string): boolean =>
  /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<svg[\s>]/i.test(
    beginning,
  )

const isHtml = (beginning: string): boolean =>
  /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|script|meta|title|iframe|div|p|h1|table|style|link|a|img|form)[\s>/]/i.test(
    beginning,
  )

/** As HTML reads it: what could run is found in either reading. */
function readSvg(bytes: Buffer, address: string): Reading {
  const { window } = openHtml(bytes, 'image/svg+xml; charset=utf-8', address)
  const { document } = window
  const reading: Reading = {
    ...EMPTY_READING,
    kind: 'svg',
    mediaType: 'image/svg+xml',
    text: (document.querySelector('svg')?.textContent ?? '').slice(0, MOST_TEXT),
    pictures: 1,
    active: activeParts(document),
  }
  window.close()
  return reading
}
