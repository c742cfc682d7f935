import { type ComponentType, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { RouterContextProvider } from 'react-router'
import { type DeskTools, deskContext } from '../../app/features/desk/desk-tools.server.ts'
import { type WrongDoor, wrongDoorContext } from '../../app/features/desk/wrong-door.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import type { App } from '../../app/web/app.server.ts'
import { appContext, networkContext } from '../../app/web/context.server.ts'
import { ORIGIN } from './agency-at-work.ts'

type Next = () => Promise<unknown>
type Screen = Readonly<{
  middleware?: readonly ((given: never, next: Next) => Promise<unknown>)[]
  loader: (given: never) => unknown
  action?: (given: never) => unknown
  default?: unknown
}>

type Sent = FormData | Readonly<{ type: string; body: string }>
type Asked = Readonly<{
  address: string
  params?: Readonly<Record<string, string>>
  tools: DeskTools
  /** The form that is posted, also one that is none; the page is opened without it. */
  sent?: Sent
  network?: string
  wrongDoor?: WrongDoor
}>

type Answered = Readonly<{
  status: number
  location: string | null
  /** What the action says, or the loader where nothing was sent. */
  data: unknown
  /** A file, or null where a page is answered. */
  file: Response | null
  html: string
}>

/** What anybody is answered by a public screen of the desk, which is a module. */
export async function askDesk(ctx: Ctx, module: object, asked: Asked): Promise<Answered> {
  const screen = module as Screen
  const context = new RouterContextProvider()
  context.set(appContext, {
    origin: ORIGIN,
    agency: async () => ({ ctx, nameTh: 'สำนักงานทดสอบ', nameEn: 'Test Office' }),
  } as App)
  context.set(deskContext, asked.tools)
  context.set(networkContext, asked.network ?? '192.0.2.1')
  if (asked.wrongDoor) context.set(wrongDoorContext, asked.wrongDoor)
  const url = `${ORIGIN}${asked.address}`
  const given = (body?: Sent) =>
    ({
      context,
      params: asked.params ?? {},
      request: new Request(url, body && posted(body)),
    }) as never
  const early = await screen.middleware?.[0]?.(given(asked.sent), async () => null)
  if (early instanceof Response) return { ...(await answered(() => early)), html: '' }
  const acted = asked.sent && (await answered(() => screen.action?.(given(asked.sent))))
  if (acted && (acted.location !== null || acted.file !== null)) return { ...acted, html: '' }
  const loaded = await answered(() => screen.loader(given()))
  const page = screen.default as ComponentType<object> | undefined
  const html =
    page && loaded.status === 200 && loaded.file === null
      ? renderToStaticMarkup(
          createElement(page, { loaderData: loaded.data, actionData: acted?.data } as object),
        )
      : ''
  return { ...(acted ?? loaded), html }
}

const posted = (sent: Sent): RequestInit =>
  sent instanceof FormData
    ? { method: 'POST', body: sent }
    : { method: 'POST', body: sent.body, headers: { 'content-type': sent.type } }

async function answered(work: () => unknown): Promise<Omit<Answered, 'html'>> {
  const answer = await (async () => work())().catch((thrown: unknown) => thrown)
  if (answer instanceof Error) throw answer
  if (answer instanceof Response) {
    const location = answer.headers.get('Location')
    return { status: answer.status, location, data: null, file: location === null ? answer : null }
  }
  const wrapped = answer as Readonly<{ type?: string; data?: unknown; init?: { status?: number } | null }>
  if (wrapped?.type !== 'DataWithResponseInit')
    return { status: 200, location: null, data: answer, file: null }
  return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data, file: null }
}
