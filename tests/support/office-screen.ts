import { type ComponentType, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { RouterContextProvider } from 'react-router'
import type { HeldRole, RoleName } from '../../app/kernel/actor.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import type { App } from '../../app/web/app.server.ts'
import { appContext, visitContext } from '../../app/web/context.server.ts'
import type { TypedFields, Visit } from '../../app/web/visit.ts'
import { aPerson, as, ORIGIN } from './agency-at-work.ts'

type Screen = Readonly<{
  loader: (given: never) => Promise<unknown>
  action?: (given: never) => Promise<unknown>
  default: unknown
}>
type Asked = Readonly<{
  /** "/office/…", with what stands behind a question mark. */
  address: string
  params?: Readonly<Record<string, string>>
  roles: readonly (RoleName | HeldRole)[]
  /** Fields of a form that is posted; the page is opened where there are none. */
  sent?: Readonly<Record<string, string>>
  /** What was typed before the last session ended. */
  kept?: TypedFields
  /** Sets what else the program hands to the screen. */
  hand?: (context: RouterContextProvider) => void
}>
type Answered = Readonly<{
  status: number
  /** Where it leads. */
  location: string | null
  /** What the action says. */
  data: unknown
  /** The page, as somebody without script is shown it; empty where there is none. */
  html: string
}>

/** What somebody of an agency is answered by a screen of the office, which is a module: the page, where they are led, or a refusal. */
export async function askOffice(ctx: Ctx, module: object, asked: Asked): Promise<Answered> {
  const screen = module as Screen
  const { address, params = {}, roles, sent, kept = null, hand } = asked
  const context = new RouterContextProvider()
  const { id } = await aPerson(ctx)
  const { actor } = as(ctx, id, roles)
  context.set(appContext, {
    origin: ORIGIN,
    agency: async () => ({ ctx, nameTh: 'สำนักงานทดสอบ', nameEn: null }),
  } as unknown as App)
  context.set(visitContext, { signedIn: { actor }, kept } as unknown as Visit)
  hand?.(context)
  const url = `${ORIGIN}${address}`
  const given = (post: typeof sent) =>
    ({
      context,
      params,
      request: post
        ? new Request(url, { method: 'POST', body: new URLSearchParams(post) })
        : new Request(url),
    }) as never
  const acted = sent && (await answered(screen.action?.(given(sent))))
  // As the framework does: after what the page shows itself, a refusal or an answer, it is made again.
  const isShown = acted?.status === 422 || (acted?.status === 200 && acted.data != null)
  if (acted && !isShown) return { ...acted, html: '' }
  const loaded = await answered(screen.loader(given(undefined)))
  const html =
    loaded.status === 200 && screen.default
      ? renderToStaticMarkup(
          createElement(
            screen.default as ComponentType<object>,
            {
              loaderData: loaded.data,
              actionData: acted?.data,
            } as object,
          ),
        )
      : ''
  return { ...(acted ?? loaded), html }
}

async function answered(work: Promise<unknown> | undefined): Promise<Omit<Answered, 'html'>> {
  const answer = await work?.catch((thrown: unknown) => thrown)
  if (answer instanceof Error) throw answer
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('Location'), data: null }
  const wrapped = answer as Readonly<{ type?: string; data?: unknown; init?: { status?: number } | null }>
  if (wrapped?.type !== 'DataWithResponseInit') return { status: 200, location: null, data: answer }
  return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data }
}
