import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type EvidenceStoring, openStoring } from '../../app/features/evidence/index.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'

const ADDRESS = 'https://ita.agency.example'

/** What is told of a file: contents, its name, and further fields of the protocol. */
type Sent = Readonly<{ bytes: Uint8Array; name: string; fields?: Readonly<Record<string, string>> }>

type Answer = Readonly<{
  status: number
  evidenceId: string | null
  offset: number | null
  code: string | null
}>

/** The storing part of the program over a directory of its own, and a client that speaks the protocol of uploads to it. */
export function openUploadDesk({
  mostMb = 4,
  quotaMb = null as number | null,
  clamav = null as string | null,
  agencies = [] as readonly Ctx[],
} = {}) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-uploads-'))
  const said: string[] = []
  const log = {
    info: (_: unknown, text: string) => said.push(text),
    warn: (_: unknown, text: string) => said.push(text),
    error: (_: unknown, text: string) => said.push(text),
  }
  const open = () =>
    openStoring(
      { dataDir, mostMb, quotaMb, s3: null, clamav },
      { log: log as never, agencies: () => agencies, stored: () => void storing.scanWaiting?.() },
    )
  let storing: EvidenceStoring = open()

  const request = async (ctx: Ctx, address: string, init: RequestInit): Promise<Response> =>
    storing.uploads.handle(
      ctx,
      new Request(ADDRESS + address, {
        ...init,
        headers: { 'Tus-Resumable': '1.0.0', ...init.headers },
      }),
    )

  const begin = (
    ctx: Ctx,
    { name, size, fields = {} }: { name: string; size: number | null; fields?: Sent['fields'] },
  ) =>
    request(ctx, '/office/uploads', {
      method: 'POST',
      headers: {
        ...(size !== null && { 'Upload-Length': String(size) }),
        'Upload-Metadata': Object.entries({ filename: name, ...fields })
          .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
          .join(','),
      },
    })

  const patch = async (ctx: Ctx, address: string, offset: number, bytes: Uint8Array): Promise<Answer> =>
    read(
      await request(ctx, address, {
        method: 'PATCH',
        headers: {
          'Content-Type': 'application/offset+octet-stream',
          'Content-Length': String(bytes.length),
          'Upload-Offset': String(offset),
        },
        body: bytes as BodyInit,
      }),
    )

  return {
    dataDir,
    said,
    files: () => storing.files,
    storing: () => storing,
    request,
    begin,
    patch,
    head: async (ctx: Ctx, address: string): Promise<Answer> =>
      read(await request(ctx, address, { method: 'HEAD' })),
    /** A whole upload, from its beginning to its answer. */
    upload: async (ctx: Ctx, { bytes, name, fields }: Sent): Promise<Answer> => {
      const begun = await begin(ctx, { name, size: bytes.length, ...(fields && { fields }) })
      if (begun.status !== 201) return read(begun)
      return patch(ctx, begun.headers.get('location') ?? '', 0, bytes)
    },
    /** As if the program had died and begun again. */
    restart: () => {
      storing = open()
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

export type UploadDesk = ReturnType<typeof openUploadDesk>

async function read(answer: Response): Promise<Answer> {
  const offset = answer.headers.get('upload-offset')
  const text = await answer.text()
  return {
    status: answer.status,
    evidenceId: answer.headers.get('x-evidence-id'),
    offset: offset === null ? null : Number(offset),
    code: text.startsWith('{') ? JSON.parse(text).code : null,
  }
}

/** The smallest PDF that is one, made different by what is written in it. */
export const aPdf = (text = 'หลักฐาน'): Uint8Array =>
  Buffer.from(
    `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n% ${text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
