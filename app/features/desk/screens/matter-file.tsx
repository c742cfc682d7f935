import { Readable } from 'node:stream'
import { createContext, data, redirect } from 'react-router'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { fileHeaders } from '../../evidence/index.server.ts'
import type { DeskError } from '../desk.errors.ts'
import { deskContext } from '../desk-tools.server.ts'
import { openFollowUpFile } from '../files/usecases/open-follow-up-file.server.ts'
import { DeskHead } from '../parts/desk-head.tsx'
import { FollowForm } from '../parts/follow-form.tsx'
import { refusedMatter } from '../refused-matter.server.ts'
import { publicFollowText } from '../text/public.ts'
import type { Route } from './+types/matter-file'

const refusedContext = createContext<DeskError>()

export const headers = () => ({ 'Cache-Control': 'no-store' })

/** A file of a matter, to be kept, never shown in the window. Answered before any action, so that a refusal is a page. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => {
    if (request.method !== 'POST') return next()
    const { ctx } = await agencyOf(context)
    const sent = await request.formData()
    const field = (name: string) => String(sent.get(name) ?? '')
    const opened = await openFollowUpFile(ctx, context.get(deskContext), {
      reference: field('reference'),
      secret: field('followUpSecret'),
      fileId: field('fileId'),
    })
    if (!opened.ok) {
      context.set(refusedContext, opened.error)
      return next()
    }
    const { fileName, mediaType, size, bytes } = opened.value
    return new Response(Readable.toWeb(bytes) as ReadableStream, {
      headers: {
        ...fileHeaders({ fileName, mediaType }, false),
        'Content-Length': String(size),
        'Cache-Control': 'no-store',
      },
    })
  },
]

/** Nothing is here for who only opens the address. */
export function loader({ request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  if (request.method === 'GET') throw redirect(addressOf.complaint(lang, 'follow'), 303)
  return { lang }
}

export function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  return data({ errors: refusedMatter(lang, context.get(refusedContext)) }, 422)
}

export default function MatterFile({ loaderData: { lang }, actionData }: Route.ComponentProps) {
  return (
    <>
      <DeskHead lang={lang} title={publicFollowText(lang).title} />
      <div className="stack">
        <Notice kind="warning">{Object.values(actionData?.errors ?? {}).join(' ')}</Notice>
        <FollowForm lang={lang} form={{ values: {}, errors: {} }} />
      </div>
    </>
  )
}
