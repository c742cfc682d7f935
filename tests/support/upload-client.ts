/** What was answered when an upload began; `code` says why it did not. */
type Begun = Readonly<{ status: number; location: string; code: string | null }>

/** A client of the upload protocol that speaks HTTP, as a browser of that person would. */
export function uploadClient(origin: string, cookie: string, from: Record<string, string> = SAME_SITE) {
  const ask = (address: string, init: RequestInit) =>
    fetch(origin + address, {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...from, 'Tus-Resumable': '1.0.0', ...init.headers },
    })
  return {
    ask,
    begin: async (name: string, size: number, fields: Record<string, string> = {}): Promise<Begun> => {
      const answer = await ask('/office/uploads', {
        method: 'POST',
        headers: {
          'Upload-Length': String(size),
          'Upload-Metadata': Object.entries({ filename: name, ...fields })
            .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
            .join(','),
        },
      })
      return {
        status: answer.status,
        location: answer.headers.get('location') ?? '',
        code: await codeOf(answer),
      }
    },
    offsetOf: async (location: string) => {
      const answer = await ask(location, { method: 'HEAD' })
      return {
        status: answer.status,
        offset: Number(answer.headers.get('upload-offset')),
        evidenceId: answer.headers.get('x-evidence-id'),
      }
    },
    send: async (location: string, offset: number, body: Uint8Array | ReadableStream<Uint8Array>) => {
      const answer = await ask(location, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
        body: body as BodyInit,
        // What is sent may be a stream; the types of this platform do not know that word of it yet.
        ...({ duplex: 'half' } as RequestInit),
      })
      return {
        status: answer.status,
        evidenceId: answer.headers.get('x-evidence-id'),
        code: await codeOf(answer),
      }
    },
  }
}

export type UploadClient = ReturnType<typeof uploadClient>

const SAME_SITE = { 'sec-fetch-site': 'same-origin' }

async function codeOf(answer: Response): Promise<string | null> {
  const text = await answer.text()
  return text.startsWith('{') ? JSON.parse(text).code : null
}
