import { open } from 'node:fs/promises'
import { createReadableStreamFromReadable } from '@react-router/node'
import { appOf } from '../../../web/context.server.ts'
import { documentsContext } from '../documents-context.server.ts'
import { publishedFiles } from '../published-files.queries.server.ts'
import type { Route } from './+types/report-file'

/** A file of the report, as a download; only names that the report offers are answered. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = appOf(context)
  const agency = await app.agency()
  const files =
    agency &&
    (await publishedFiles(agency.ctx, { fiscalYear: Number(params.year), ...context.get(documentsContext) }))
  if (!files) return new Response(null, { status: 404 })
  if (!files.ok) return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
  const file = files.value.find((candidate) => candidate.fileName === params.file)
  if (!file) return new Response(null, { status: 404 })

  const etag = `"${file.sha256}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=0, must-revalidate' }
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
  const handle = await open(file.path)
  return new Response(createReadableStreamFromReadable(handle.createReadStream()), {
    headers: {
      ...headers,
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Disposition': `${file.format === 'pdf' ? 'inline' : 'attachment'}; filename="${file.fileName}"`,
      'X-Content-SHA256': file.sha256,
    },
  })
}
