import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { type FileKey, type FileStore, isFileHash, type StoredFile } from './file-store.ts'

/** Where the bucket is and who may use it; both keys are secrets. */
export type S3Settings = Readonly<{
  /** Scheme and host, without a path: the bucket is the first part of the path. */
  endpoint: string
  bucket: string
  region: string
  keyId: string
  secret: string
}>

const ATTEMPTS = 3
/** Much shorter than the age from which what nothing refers to is swept. */
const STILL_NEW_MS = 60 * 60_000

/** The store said no, or was not there. The message names no key and no content. */
export class FileStoreRefusal extends Error {}

/**
 * Files in a bucket: `<agency>/<hash>`. A file that is kept lies complete on this machine's disk and its hash and length are
 * known, so one PUT is enough: it is there whole or not at all, and the server checks the hash.
 */
export function createS3Store(settings: S3Settings): FileStore {
  const { endpoint, bucket, region, keyId, secret } = settings
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    // What is sent is a stream, which can be read only once: every attempt opens it anew.
    retries: 0,
  })
  const addressOf = ({ agencyId, sha256 }: FileKey) => `${endpoint}/${bucket}/${agencyId}/${sha256}`
  const find = async (key: FileKey): Promise<Readonly<{ size: number; at: Date }> | null> => {
    const answer = await asked(() => client.fetch(addressOf(key), { method: 'HEAD' }))
    if (!answer.ok) return null
    const at = new Date(answer.headers.get('last-modified') ?? '')
    return { size: Number(answer.headers.get('content-length')), at }
  }
  const remove = async (key: FileKey): Promise<void> => {
    const answer = await asked(() => client.fetch(addressOf(key), { method: 'DELETE' }))
    await answer.body?.cancel()
    if (!answer.ok && answer.status !== 404)
      throw new FileStoreRefusal(`the file store answered ${answer.status} to DELETE`)
  }
  const listPage = async (agencyId: string, token: string | null) => {
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${agencyId}/` })
    if (token !== null) query.set('continuation-token', token)
    const answer = await asked(() => client.fetch(`${endpoint}/${bucket}?${query}`, { method: 'GET' }))
    const text = await answer.text()
    if (!answer.ok) throw new FileStoreRefusal(`the file store answered ${answer.status} to a list`)
    return readPage(text, agencyId)
  }
  return {
    put: async ({ path, size, mediaType, ...key }) => {
      const found = await find(key)
      // What is old may be about to be swept: keeping it again makes it new.
      if (found?.size === size && Date.now() - found.at.getTime() < STILL_NEW_MS) return
      const answer = await asked(() =>
        client.fetch(addressOf(key), {
          method: 'PUT',
          headers: {
            'Content-Length': String(size),
            'Content-Type': mediaType,
            'X-Amz-Content-Sha256': key.sha256,
          },
          body: Readable.toWeb(createReadStream(path)) as BodyInit,
        }),
      )
      await answer.body?.cancel()
      if (!answer.ok) throw new FileStoreRefusal(`the file store answered ${answer.status} to PUT`)
    },
    open: async (key, span) => {
      const headers = span ? { Range: `bytes=${span.first}-${span.last}` } : {}
      const answer = await asked(() => client.fetch(addressOf(key), { method: 'GET', headers }))
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      // A store that does not know ranges would give the whole file, and the reader would take its beginning for the part.
      const isAsAsked = span ? answer.status === 206 : answer.ok
      if (!isAsAsked || !answer.body) {
        await answer.body?.cancel()
        throw new FileStoreRefusal(`the file store answered ${answer.status} to GET`)
      }
      return Readable.fromWeb(answer.body as ReadableStream)
    },
    list: async function* (agencyId) {
      let token: string | null = null
      do {
        const page: ListedPage = await listPage(agencyId, token)
        yield* page.files
        token = page.next
      } while (token !== null)
    },
    removeOlder: async (key, before) => {
      const found = await find(key)
      // A store that does not say when is in doubt, and doubt keeps.
      if (!found || !(found.at.getTime() < before.getTime())) return false
      await remove(key)
      return true
    },
    remove,
  }
}

/** Asks again when the store is away or busy, for a moment. */
async function asked(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask().catch((error: Error) => error)
    const isFinal = attempt === ATTEMPTS
    if (answer instanceof Response) {
      if (isFinal || (answer.status < 500 && answer.status !== 429)) return answer
      await answer.body?.cancel()
    } else if (isFinal) throw new FileStoreRefusal('the file store does not answer', { cause: answer })
    await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt))
  }
}

type ListedPage = Readonly<{ files: readonly StoredFile[]; next: string | null }>

/** One page of ListObjectsV2. Names are an agency and a hash, so that nothing in them is escaped. */
function readPage(xml: string, agencyId: string): ListedPage {
  const within = (text: string, name: string) =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? ''
  const files = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, one = '']) => ({
    agencyId,
    sha256: within(one, 'Key').slice(agencyId.length + 1),
    size: Number(within(one, 'Size')),
    at: new Date(within(one, 'LastModified')),
  }))
  const next = within(xml, 'NextContinuationToken')
  return { files: files.filter(({ sha256 }) => isFileHash(sha256)), next: next === '' ? null : next }
}
