import { randomUUID } from 'node:crypto'
import { sha256Hex } from '../../app/platform/hash/content-hash.ts'
import type { Answer } from '../../tests/support/asking.ts'
import { multipart } from '../../tests/support/sent-form.ts'
import type { Site } from '../ground/site.ts'
import { addFault, type Begun, judge, type Ledger } from './ledger.ts'
import { WRITTEN } from './words.th.ts'
import { type Act, aPdf } from './writing.ts'

const PIECE = 128 * 1024
const PIECES = 4
const TUS = { 'Tus-Resumable': '1.0.0' }

/** A file by a plain form. */
export const sendFile: Act = async (site, ledger) => {
  const bytes = aPdf(randomUUID())
  const sent = multipart([], [{ name: WRITTEN.fileName, type: 'application/pdf', bytes }])
  const answer = await site.ask({
    method: 'POST',
    address: '/office/evidence/files',
    headers: { Cookie: site.agency.cookie, ...sent.headers },
    body: sent.body,
  })
  const isKept = ({ status, headers }: Answer) => status === 303 && !/refused/.test(headers.location ?? '')
  if (judge(ledger, 'file', answer, isKept) !== 'done') return false
  ledger.files.push(sha256Hex(bytes))
  return true
}

/** A file in pieces, as the script of the page sends it: the last piece makes it evidence. */
export const uploadInPieces: Act = async (site, ledger) => {
  const bytes = Buffer.concat([aPdf(randomUUID()), Buffer.alloc(PIECE * PIECES, 0x20)])
  const begun = await site.ask({
    method: 'POST',
    address: '/office/uploads',
    headers: {
      ...headersOf(site),
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': `filename ${Buffer.from(WRITTEN.fileName).toString('base64')}`,
    },
  })
  if (judge(ledger, 'upload', begun, ({ status }) => status === 201) !== 'done') return false
  const { pathname } = new URL((begun as Answer).headers.location ?? '', 'http://x')
  const upload = { address: pathname, bytes, acknowledged: 0 }
  ledger.begun.push(upload)
  return goOn(site, ledger, upload)
}

const headersOf = ({ agency }: Site) => ({ Cookie: agency.cookie, ...TUS })

async function goOn(site: Site, ledger: Ledger, upload: Begun): Promise<boolean> {
  const { address, bytes } = upload
  while (upload.acknowledged < bytes.length) {
    const piece = bytes.subarray(upload.acknowledged, upload.acknowledged + PIECE)
    const answer = await site.ask({
      method: 'PATCH',
      address,
      headers: {
        ...headersOf(site),
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(upload.acknowledged),
      },
      body: piece,
    })
    if (judge(ledger, 'piece', answer, ({ status }) => status === 204) !== 'done') return false
    upload.acknowledged += piece.length
  }
  end(ledger, upload)
  return true
}

function end(ledger: Ledger, upload: Begun): void {
  ledger.begun = ledger.begun.filter((one) => one !== upload)
  ledger.files.push(sha256Hex(upload.bytes))
}

/** What was found of uploads that had been cut off. */
export type Resumed = Readonly<{
  /** Had become evidence: the answer to the last piece was lost on the way. */
  wasWhole: number
  wentOn: number
  /** Bytes that had been acknowledged and were asked for again. */
  bytesAgain: number
  /** Whose beginning was gone, so that the page sends the file anew. */
  unknown: number
}>

/** Everybody whose upload was cut off goes on where the program says that it stopped. */
export async function resumeUploads(site: Site, ledger: Ledger): Promise<Resumed> {
  const found = { wasWhole: 0, wentOn: 0, bytesAgain: 0, unknown: 0 }
  for (const upload of [...ledger.begun]) {
    const head = await site.ask({ method: 'HEAD', address: upload.address, headers: headersOf(site) })
    const isKnown = ({ status }: Answer) => [200, 204, 404, 410].includes(status)
    if (judge(ledger, 'resumption', head, isKnown) !== 'done') continue
    const { status, headers } = head as Answer
    if (headers['x-evidence-id'] !== undefined) {
      end(ledger, upload)
      found.wasWhole += 1
      continue
    }
    if (status === 404 || status === 410) {
      ledger.begun = ledger.begun.filter((one) => one !== upload)
      found.unknown += 1
      continue
    }
    const offset = Number(headers['upload-offset'])
    found.bytesAgain += Math.max(0, upload.acknowledged - offset)
    upload.acknowledged = offset
    if (await goOn(site, ledger, upload)) found.wentOn += 1
    else addFault(ledger, 'an upload that was cut off did not go on')
  }
  return found
}
