import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { FileStore as TusFolder } from '@tus/file-store'
import { MemoryLocker, Metadata, Server, type ServerOptions } from '@tus/server'
import { err, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { type EvidenceFiles, uploadPath } from './evidence-files.server.ts'
import { endingOf } from './file-name.domain.ts'
import { finishFile } from './finish-file.server.ts'
import { type AnsweredError, type StoringErrorCode, statusOf, storingErrorText } from './storing.errors.ts'
import { judgeDeclared, MEGABYTE, readSentFacts } from './upload.domain.ts'
import { findUpload, type Upload } from './upload.repo.server.ts'
import { beginUpload } from './usecases/begin-upload.server.ts'
import { cancelUpload } from './usecases/cancel-upload.server.ts'

const UPLOADS = '/office/uploads'
/** Whether an address speaks the upload protocol; it has one spelling for both languages. */
export const isUploads = (pathname: string): boolean =>
  pathname === UPLOADS || pathname.startsWith(`${UPLOADS}/`)

/** Tells which piece of evidence an upload has become. */
const EVIDENCE_ID = 'X-Evidence-Id'
const RETRY_AFTER_SECONDS = '30'
/** Headers that tus writes itself. */
const OF_PROTOCOL = /^(tus-|upload-)/

/** Answers requests of the tus protocol (1.0.0, resumable uploads) of a person of the agency that `ctx` names. */
export type Uploads = Readonly<{ handle: (ctx: Ctx, request: Request) => Promise<Response> }>

type Fields = Readonly<Record<string, string | null>>
type Finished = Result<{ evidenceId: string }, AnsweredError>
type TusRequest = Parameters<Server['handleWeb']>[0]

/**
 * Resumable uploads. tus moves the bytes; whose an upload is, whether it may begin, and what becomes of it is decided here.
 * An upload that came whole and whose end was cut off (the program died, the store was away) is finished when its browser
 * next asks how far it came.
 */
export function createUploads(files: EvidenceFiles): Uploads {
  mkdirSync(files.folder, { recursive: true })
  const datastore = new TusFolder({ directory: files.folder })
  const locker = new MemoryLocker()
  const finishing = new Map<string, Promise<Finished>>()
  const mostMegabytes = Math.floor(files.mostBytes / MEGABYTE)
  const refuse = (error: AnsweredError) => refusal(error, mostMegabytes)

  /** Hands a request on; what is told to hooks of the protocol is closed over, so each request has a server of its own. */
  const passOn = (request: Request, id: string, hooks: Partial<ServerOptions>) =>
    new Server({
      path: UPLOADS,
      datastore,
      locker,
      relativeLocation: true,
      allowedOrigins: [],
      disableTerminationForFinishedUploads: true,
      maxSize: files.mostBytes,
      namingFunction: () => id,
      getFileIdFromRequest: () => id,
      ...hooks,
    }).handleWeb(request as TusRequest)

  /** Makes evidence of an upload that lies there whole. However many ask for it at once, it is done once. */
  const finish = (ctx: Ctx, upload: Upload): Promise<Finished> => {
    const under = finishing.get(upload.id)
    if (under) return under
    const work = finishUpload(ctx, upload)
      .catch((error: Error): Finished => {
        files.log.error({ upload: upload.id, err: error }, 'upload-not-kept')
        return err({ code: 'upload.not-kept' })
      })
      .finally(() => finishing.delete(upload.id))
    finishing.set(upload.id, work)
    return work
  }

  const finishUpload = async (ctx: Ctx, upload: Upload): Promise<Finished> => {
    const path = uploadPath(files, upload.id)
    const { metadata = {} } = await datastore.getUpload(upload.id)
    const facts = readSentFacts(metadata)
    if (!facts.ok) throw new Error('what was said about an upload has changed since it began')
    const { id: uploadId, fileName, size } = upload
    const finished = await finishFile(ctx, files, { uploadId, path, fileName, size, facts: facts.value })
    await forget(upload.id)
    return finished
  }

  const forget = async (id: string) => {
    const path = uploadPath(files, id)
    await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })])
  }

  const begin = async (ctx: Ctx, request: Request): Promise<Response> => {
    const fields = fieldsOf(request.headers.get('upload-metadata'))
    const length = request.headers.get('upload-length')
    const declared = judgeDeclared(
      { fileName: fields.filename ?? null, size: length === null ? null : Number(length) },
      files,
    )
    if (!declared.ok) return refuse(declared.error)
    const facts = readSentFacts(fields)
    if (!facts.ok) return refuse({ code: facts.error })
    const id = randomUUID()
    const begun = await beginUpload(ctx, {
      id,
      ...declared.value,
      facts: facts.value,
      defaultQuota: files.defaultQuota,
    })
    if (!begun.ok) return refuse(begun.error)
    const answer = await passOn(request, id, {})
    if (answer.status !== 201) await cancelUpload(ctx, id)
    return answer
  }

  const cancel = async (ctx: Ctx, request: Request, upload: Upload): Promise<Response> => {
    const answer = finishing.has(upload.id) ? null : await passOn(request, upload.id, {})
    if (answer === null || answer.status === 403) return refuse({ code: 'upload.unknown' })
    await cancelUpload(ctx, upload.id)
    return answer
  }

  /** What the protocol calls a fault of the server is a disk that does not take what was sent: it may do so later. */
  const sayNotKept = (answer: Response, request: Request): Response => {
    if (answer.status !== 500) return answer
    files.log.error({ method: request.method }, 'upload-not-kept')
    return refuse({ code: 'upload.not-kept' })
  }

  const goOn = async (ctx: Ctx, request: Request, upload: Upload): Promise<Response> => {
    if (upload.endedAt !== null) return endedAnswer(upload, refuse)
    if (await isWhole(files, upload)) return finishedAnswer(await finish(ctx, upload), upload, refuse)
    return passOn(request, upload.id, {
      onUploadFinish: async () => {
        const answer = finishedAnswer(await finish(ctx, upload), upload, refuse)
        return {
          status_code: answer.status,
          headers: Object.fromEntries([...answer.headers].filter(([name]) => !OF_PROTOCOL.test(name))),
          body: await answer.text(),
        }
      },
    })
  }

  return {
    handle: async (ctx, request) => {
      const { pathname } = new URL(request.url)
      if (request.method === 'OPTIONS') return passOn(request, '', {})
      if (pathname === UPLOADS)
        return request.method === 'POST'
          ? sayNotKept(await begin(ctx, request), request)
          : notAllowed('OPTIONS, POST')
      const id = pathname.slice(UPLOADS.length + 1)
      const upload = isUuid(id) ? await uploadOf(ctx, id) : null
      if (!upload) return refuse({ code: 'upload.unknown' })
      if (request.method === 'DELETE') return cancel(ctx, request, upload)
      if (request.method !== 'HEAD' && request.method !== 'PATCH')
        return notAllowed('DELETE, HEAD, OPTIONS, PATCH')
      return sayNotKept(await goOn(ctx, request, upload), request)
    },
  }
}

/** The upload of the person who acts; null for everybody else's, as if there were none. */
async function uploadOf(ctx: Ctx, id: string): Promise<Upload | null> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') return null
  const key = { agencyId: agency.id, id, personId: actor.id }
  return withAgency(ctx.db, agency.id, (tx) => findUpload(tx, key))
}

async function isWhole(files: EvidenceFiles, { id, size }: Upload): Promise<boolean> {
  const found = await stat(uploadPath(files, id)).catch(() => null)
  return found?.size === size
}

/** Fields that the client sent with the file; none where they cannot be read. */
function fieldsOf(header: string | null): Fields {
  try {
    return header === null ? {} : Metadata.parse(header)
  } catch {
    return {}
  }
}

type Refuse = (error: AnsweredError) => Response

const finishedAnswer = (finished: Finished, { size }: Upload, refuse: Refuse): Response =>
  finished.ok ? wholeAnswer(size, finished.value.evidenceId) : refuse(finished.error)

/** What had become of an upload before it was asked for again; its bytes are not here any more. */
const endedAnswer = ({ size, evidenceId, refused, fileName }: Upload, refuse: Refuse): Response =>
  evidenceId === null
    ? refuse({ code: refused as StoringErrorCode, named: endingOf(fileName) })
    : wholeAnswer(size, evidenceId)

const wholeAnswer = (size: number, evidenceId: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': String(size),
      'Upload-Length': String(size),
      [EVIDENCE_ID]: evidenceId,
    },
  })

const notAllowed = (allow: string): Response => new Response(null, { status: 405, headers: { Allow: allow } })

/** An answer that a script can read. The connection ends with it: what the client still sends is not waited for. */
function refusal(error: AnsweredError, mostMegabytes: number): Response {
  const message = storingErrorText(error, { mostMegabytes })
  const status = statusOf(error.code)
  const headers = {
    'Tus-Resumable': '1.0.0',
    Connection: 'close',
    ...(status === 503 && { 'Retry-After': RETRY_AFTER_SECONDS }),
  }
  return Response.json({ code: error.code, message }, { status, headers })
}

/** The answer to a request that comes no further than the door: somebody signed out, or another site. */
export const uploadRefused = (code: 'upload.signed-out' | 'upload.forged'): Response => refusal({ code }, 0)
