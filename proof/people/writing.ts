import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sha256Hex } from '../../app/platform/hash/content-hash.ts'
import type { Answer } from '../../tests/support/asking.ts'
import { hiddenValue, receiptIn, wordsIn } from '../../tests/support/report-sending.ts'
import { multipart, urlEncoded } from '../../tests/support/sent-form.ts'
import type { Site } from '../ground/site.ts'
import { addFault, judge, type Ledger } from './ledger.ts'
import { WRITTEN } from './words.th.ts'

/** One act of somebody; false where it was not acknowledged, so that they wait a moment before the next. */
export type Act = (site: Site, ledger: Ledger) => Promise<boolean>

const REPORT_FILE_BYTES = 40 * 1024
const PAUSE_MS = 100

const signedIn = ({ agency }: Site) => ({ Cookie: agency.cookie })
/** Every visitor comes from another network, since each may send so many an hour. */
const fromAnywhere = () => ({ 'X-Forwarded-For': [203, 0, ...randomBytes(2)].join('.') })

const isSaved = (answer: Answer) => answer.status === 303 && /\?done=/.test(answer.headers.location ?? '')

const postForm = (site: Site, address: string, fields: Readonly<Record<string, string>>) => {
  const { headers, body } = urlEncoded(fields)
  return site.ask({ method: 'POST', address, headers: { ...signedIn(site), ...headers }, body })
}

export const writeProgress: Act = async (site, ledger) => {
  const mark = randomUUID()
  const answer = await postForm(site, `/office/measures/${site.agency.ids.measureId}`, {
    act: 'add-progress',
    progress: `${WRITTEN.progress} ${mark}`,
    happenedOn: '',
  })
  if (judge(ledger, 'progress', answer, isSaved) !== 'done') return false
  ledger.progress.push(mark)
  return true
}

/** Saves the summary again and again, as one person in one window does: what was seen is what was saved last. */
export function summaryWriter(): Act {
  let seenVersion: string | null = null
  return async (site, ledger) => {
    const address = `/office/measures/${site.agency.ids.measureId}`
    if (seenVersion === null) {
      const page = await site.ask({ address, headers: signedIn(site) })
      if (judge(ledger, 'measure', page, ({ status }) => status === 200) !== 'done') return false
      seenVersion = hiddenValue((page as Answer).body, 'seenVersion')
    }
    const mark = randomUUID()
    ledger.summary.since.push(mark)
    const saved = { act: 'save-summary', summary: `${WRITTEN.summary} ${mark}`, seenVersion }
    const answer = await postForm(site, address, saved)
    if (judge(ledger, 'summary', answer, isSaved) !== 'done') {
      seenVersion = null
      return false
    }
    seenVersion = String(Number(seenVersion) + 1)
    ledger.summary = { saved: mark, since: [] }
    return true
  }
}

export const sendTicket: Act = async (site, ledger) => {
  const headers = fromAnywhere()
  const page = await site.ask({ address: '/complaint/new', headers })
  if (judge(ledger, 'ticket form', page, ({ status }) => status === 200) !== 'done') return false
  const sent = multipart(
    [
      ['formSecret', hiddenValue((page as Answer).body, 'formSecret')],
      ['kind', 'complaint'],
      ['body', `${WRITTEN.ticket} ${randomUUID()}`],
    ],
    [{ name: WRITTEN.fileName, type: 'application/pdf', bytes: aPdf(randomUUID()) }],
  )
  const answer = await site.ask({
    method: 'POST',
    address: '/complaint/new',
    headers: { ...headers, ...sent.headers },
    body: sent.body,
  })
  const referenceIn = ({ body }: Answer) => /R-2[56]\d\d-\d{7}/.exec(wordsIn(body))?.[0] ?? null
  const isReceived = (one: Answer) => one.status === 200 && referenceIn(one) !== null
  if (judge(ledger, 'ticket', answer, isReceived) !== 'done') return false
  ledger.tickets.push(referenceIn(answer as Answer) ?? '')
  return true
}

/** News, from an empty form to the public page. */
export const publishNews: Act = async (site, ledger) => {
  const slug = `n-${randomUUID()}`
  const added = await postForm(site, '/office/site/add/news', {
    titleTh: `${WRITTEN.news} ${slug}`,
    slug,
    bodyTh: WRITTEN.news,
    date: '1/10/2567',
  })
  if (judge(ledger, 'news', added, isSaved) !== 'done') return false
  const address = ((added as Answer).headers.location ?? '').split('?')[0] ?? ''
  const page = await site.ask({ address, headers: signedIn(site) })
  if (judge(ledger, 'page', page, ({ status }) => status === 200) !== 'done') return false
  const seenHash = hiddenValue((page as Answer).body, 'seenHash')
  const answer = await postForm(site, address, { act: 'publish', seenHash })
  if (judge(ledger, 'publication', answer, isSaved) !== 'done') return false
  ledger.pages.push(slug)
  return true
}

/** A report of wrongdoing with a file: the channel says nothing of what it does, so only the receipt tells. */
export const sendReport: Act = async (site, ledger) => {
  const headers = fromAnywhere()
  const page = await site.ask({ address: '/whistleblow/report', headers })
  if (judge(ledger, 'report form', page, ({ status }) => status === 200) !== 'done') return false
  const [mark, bytes] = [randomUUID(), randomBytes(REPORT_FILE_BYTES)]
  const sent = multipart(
    [
      ['formSecret', hiddenValue((page as Answer).body, 'formSecret')],
      ['category', 'corruption'],
      ['what', `${WRITTEN.report} ${mark}`],
    ],
    [{ name: WRITTEN.fileName, type: 'application/octet-stream', bytes }],
  )
  const answer = await site.ask({
    method: 'POST',
    address: '/whistleblow/report/send',
    headers: { ...headers, ...sent.headers },
    body: sent.body,
  })
  const isReceived = (one: Answer) => one.status === 200 && receiptIn(one.body) !== null
  if (judge(ledger, 'report', answer, isReceived) !== 'done') return false
  ledger.reports.push({ mark, fileHash: sha256Hex(bytes) })
  return true
}

/** A small PDF that no other is like. */
export const aPdf = (mark: string): Buffer =>
  Buffer.from(`%PDF-1.4\n%${mark}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`)

/** The same over and over until `signal`. */
export async function untilStopped(
  act: Act,
  { site, ledger, signal }: Readonly<{ site: Site; ledger: Ledger; signal: AbortSignal }>,
): Promise<void> {
  while (!signal.aborted) {
    const isDone = await act(site, ledger).catch((error: Error) => {
      addFault(ledger, `the proof itself: ${error.stack}`)
      return false
    })
    if (!isDone) await sleep(PAUSE_MS)
  }
}
