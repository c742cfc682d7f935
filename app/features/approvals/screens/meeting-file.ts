import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createContext, data } from 'react-router'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { log } from '../../../platform/log/log.server.ts'
import { officeOf } from '../../../web/context.server.ts'
import { evidenceFilesContext } from '../../evidence/index.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { makePapersPack } from '../documents/collect-papers.server.ts'
import { meetingDocumentsContext } from '../documents/meeting-documents.server.ts'
import { downloadName, paperWanted } from '../documents/meeting-files.domain.ts'
import { findMeetingRecord } from '../documents/meeting-record.queries.server.ts'
import { mattersContext } from '../matter-source.server.ts'
import type { Route } from './+types/meeting-file'

const NOT_THERE = 404
const NOT_MADE = 503
type Refusal = typeof NOT_THERE | typeof NOT_MADE | PermissionRefusal
const refusalContext = createContext<Refusal>()

/**
 * A paper of a meeting, as a download; it is made when it is asked for and never kept. Answered before any loader, so that
 * refusals can be pages of the office.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params, request }, next) => {
    const answer = await answerFor(context, params, request)
    if (answer instanceof Response) return answer
    context.set(refusalContext, answer)
    return next()
  },
]

export async function loader({ context }: Route.LoaderArgs) {
  const refusal = context.get(refusalContext)
  if (typeof refusal === 'number') throw data(null, refusal)
  throw await pageRefused((await officeOf(context)).ctx, refusal)
}

/** Never shown: with it, refusals are pages. */
export default function MeetingFile() {
  return null
}

type Arguments = Pick<Route.LoaderArgs, 'context' | 'params'>

async function answerFor(
  context: Arguments['context'],
  { meetingId, file }: Arguments['params'],
  request: Request,
): Promise<Response | Refusal> {
  const { ctx, agency } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) return refusal
  const found = await findMeetingRecord(ctx, meetingId)
  const meeting = found && { ...found, agencyName: agency.nameTh }
  const wanted = meeting && paperWanted(meeting, file)
  if (!meeting || !wanted) return NOT_THERE
  const fileName = downloadName(meeting, file)
  // Nothing is made for who asks only whether it is there.
  if (request.method === 'HEAD') return download(null, MEDIA_TYPES[wanted.kind], fileName)
  const documents = context.get(meetingDocumentsContext)
  if (wanted.kind === 'pack') {
    const tools = {
      documents,
      sources: context.get(mattersContext),
      evidence: context.get(evidenceFilesContext),
    }
    const made = await makePapersPack(ctx, meeting, tools)
    return made.ok ? download(await passing(made.value), MEDIA_TYPES.pack, fileName) : notMade(made.error)
  }
  const made = await documents.render({ kind: wanted.kind, paper: wanted.paper })
  if (!made.ok) return notMade(made.error)
  if (made.value.kind !== 'file') throw new Error('a paper is a file')
  return download(new Uint8Array(made.value.bytes), MEDIA_TYPES[wanted.kind], fileName)
}

const MEDIA_TYPES = {
  pack: 'application/pdf',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

function notMade(error: Readonly<{ code: string; detail: string }>): typeof NOT_MADE {
  log.error({ ...error }, 'meeting-paper-not-made')
  return NOT_MADE
}

/** A file that is gone from its folder and lasts as long as somebody reads it. */
async function passing({
  file,
  folder,
}: Readonly<{ file: string; folder: string }>): Promise<ReadableStream> {
  const handle = await open(file)
  await rm(folder, { recursive: true, force: true })
  return Readable.toWeb(handle.createReadStream()) as ReadableStream
}

const download = (body: BodyInit | null, mediaType: string, fileName: string) =>
  new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
