export type Pairs = readonly (readonly [name: string, value: string])[]

/** `field`: of the form; `files` when not given, as the forms of the site call it that take many. */
export type SentFile = Readonly<{ field?: string; name: string; type: string; bytes: Buffer }>
export type SentForm = Readonly<{ headers: Readonly<Record<string, string>>; body: Buffer }>

const BOUNDARY = 'xProofBoundary'

/** A form without files, as a browser sends it. */
export const urlEncoded = (fields: Pairs | Readonly<Record<string, string>>): SentForm => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  // It takes pairs as well; its type knows of those only that may be written to.
  body: Buffer.from(new URLSearchParams(fields as Record<string, string>).toString()),
})

/**
 * A form as a browser sends it, files last: names with quotes and line breaks percent-encoded (HTML, multipart/form-data
 * encoding).
 */
export function multipart(pairs: Pairs, files: readonly SentFile[]): SentForm {
  const quoted = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const head = (disposition: string, more = '') =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n`
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([
      ...pairs.map(([name, value]) => Buffer.from(`${head(`name="${quoted(name)}"`)}${value}\r\n`)),
      ...files.flatMap(({ field = 'files', name, type, bytes }) => [
        Buffer.from(head(`name="${quoted(field)}"; filename="${quoted(name)}"`, `Content-Type: ${type}\r\n`)),
        bytes,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]),
  }
}
