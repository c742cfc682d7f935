import { createContext, data, type RouterContextProvider } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import {
  type ProtectedChannel,
  type ProtectedCtx,
  protectedContext,
  protectedVisitorContext,
} from '../channel.server.ts'
import { type ChannelView, findChannelView } from './channel-view.queries.server.ts'

/** A request to the pages of reporters. `network` is for limits alone and goes nowhere else. */
export type ReporterVisit = Readonly<{
  lang: Language
  channel: ProtectedChannel
  network: string
  isStaffNetwork: boolean
  /** Whether a form was sent: its answer is shown, whatever the loader finds. */
  isSent: boolean
  /** Null while the database is away: then what was typed is shown again, and nothing is thrown. */
  ctx: ProtectedCtx | null
}>

/** After an action the framework asks the loader as if the page were only read. */
const sentContext = createContext(false)

export async function reporterVisit(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<ReporterVisit> {
  if (request.method === 'POST') context.set(sentContext, true)
  const channel = context.get(protectedContext)
  const network = context.get(protectedVisitorContext)
  const agency = await appOf(context)
    .agency()
    .catch(() => undefined)
  if (agency === null) throw data(null, 404)
  return {
    lang: languageOf(new URL(request.url).pathname),
    channel,
    network,
    isStaffNetwork: channel.isStaffNetwork(network),
    isSent: context.get(sentContext),
    ctx: agency ? { ...agency.ctx, channel } : null,
  }
}

/** The channel as it is now; null while the database is away. */
export async function channelViewOf({ ctx, channel }: ReporterVisit): Promise<ChannelView | null> {
  if (ctx === null) return null
  return findChannelView(ctx).catch((error: Error & { code?: string }) => {
    channel.log('view-failed', { code: error.code ?? error.name })
    return null
  })
}
