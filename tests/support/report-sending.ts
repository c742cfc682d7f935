import { randomBytes, randomInt } from 'node:crypto'
import { receiptOf } from '../../app/features/protected/sealing/receipt.domain.ts'
import { type Answer, type Asking, askOrNot } from './asking.ts'

type Sending = Omit<Asking, 'longestMs' | 'agent'>

/** The answer, or null where the connection broke before it was whole: then nobody knows what became of it. */
export async function sendTo({ method = 'POST', headers, ...asking }: Sending): Promise<Answer | null> {
  // Every reporter comes from another network.
  const network = `203.0.${randomInt(256)}.${randomInt(256)}`
  const answer = await askOrNot({ ...asking, method, headers: { 'X-Forwarded-For': network, ...headers } })
  return typeof answer === 'string' ? null : answer
}

/** A page without the marks that keep Thai words whole, so that what was written stands in it as it was. */
export const wordsIn = (page: string): string =>
  page.replaceAll('<wbr/>', '').replaceAll('\u200b', '').replaceAll('<!-- -->', '')

/** The value of a hidden field of a page. */
export const hiddenValue = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** The 24 digits that a page shows in six groups, Thai or not; null where it shows none. */
export function receiptIn(page: string): string | null {
  const words = page
    .replace(/<[^>]*>/g, ' ')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50))
  return /(?:\d{4}\s+){5}\d{4}/.exec(words)?.[0].replace(/\s/g, '') ?? null
}

/** 24 digits as anybody might guess them, their check digit right. */
export const guessedReceipt = (): string => receiptOf(randomBytes(32))
