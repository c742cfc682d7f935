import { createContext } from 'react-router'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { WatchTarget } from './watch.domain.ts'

/** Every address that the agency now answers for. `origin` is that of its own site, without a slash at the end. */
export type WatchTargets = (ctx: Ctx, site: Readonly<{ origin: string }>) => Promise<readonly WatchTarget[]>

/** The addresses of all rooms: each knows its own, the program puts them together. */
export const watchTargetsContext = createContext<WatchTargets>()
