import { Readable } from 'node:stream'
import { data } from 'react-router'
import { deskOf } from '../receiving/desk-of.server.ts'
import { openCaseFile } from '../receiving/usecases/open-case-file.server.ts'
import type { Route } from './+types/case-file'

/** A file of a case, to be kept: never shown within a page, whatever it claims to be. It breaks off where it was changed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { ctx, desk } = await deskOf(context, request)
  const { caseId: reportId, fileId } = params
  const file = await openCaseFile(ctx, { reportId, fileId, open: desk.open })
  if (!file.ok) throw data(null, 404)
  const name = encodeURIComponent(file.value.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return new Response(Readable.toWeb(Readable.from(file.value.bytes)) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${name}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
