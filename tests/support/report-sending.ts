import { randomBytes, randomInt } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { receiptOf } from '../../app/features/protected/sealing/receipt.domain.ts'

export type SentAnswer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>

type Sending = Readonly<{
  port: number
  host: string
  address: string
  method?: 'GET' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: Buffer
}>

/** The answer, or null where the connection broke before it was whole: then nobody knows what became of it. */
export function sendTo({
  port,
  host,
  address,
  method = 'POST',
  headers = {},
  body,
}: Sending): Promise<SentAnswer | null> {
  return new Promise((resolve) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: address,
        method,
        headers: {
          Host: host,
          'Sec-Fetch-Site': 'same-origin',
          // Every reporter comes from another network.
          'X-Forwarded-For': `203.0.${randomInt(256)}.${randomInt(256)}`,
          ...(body && { 'Content-Length': String(body.length) }),
          ...headers,
        },
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('error', () => resolve(null))
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        )
        answer.on('close', () => resolve(null))
      },
    )
    asked.on('error', () => resolve(null))
    asked.end(body)
  })
}

export type SentFile = Readonly<{ name: string; type: string; bytes: Buffer }>

export type SentForm = Readonly<{ headers: Record<string, string>; body: Buffer }>

/** A form without files, as a browser sends it. */
export const urlEncoded = (fields: Readonly<Record<string, string>>): SentForm => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: Buffer.from(new URLSearchParams(fields).toString()),
})

/** A form as a browser sends it, files last. */
export function multipart(
  fields: readonly (readonly [name: string, value: string])[],
  files: readonly SentFile[],
): SentForm {
  const boundary = `x${randomInt(2 ** 40).toString(36)}`
  const parts = [
    ...fields.map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, type, bytes }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat(parts),
  }
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
