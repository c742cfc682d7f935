import { data, type ServerBuild } from 'react-router'
import { isDatabaseAway } from './platform/db/database-away.ts'
import { NoPulse, type WhileAnswering } from './platform/db/pulse.server.ts'
import { isDiskFull } from './platform/files/disk-full.ts'
import { isReporters } from './web/addresses.ts'

type Routes = ServerBuild['routes']
type RouteModule = NonNullable<Routes[string]>['module']
type Handler = NonNullable<RouteModule['loader']>
type Arguments = Parameters<Handler>[0]
type Guard = (handler: Handler) => (given: Arguments) => Promise<unknown>
type Tell = (error: unknown, given: Arguments) => void

/**
 * The same build, in which a screen that loses the database, or finds the disk full, says 503 and not that it is broken: who
 * sent something is told that it may not have been kept. `tell` is told the fault first. A screen that waits for a database
 * that hangs is given up by `whileAnswering`.
 */
export function answeringAway(
  build: ServerBuild,
  { tell, whileAnswering }: Readonly<{ tell: Tell; whileAnswering: WhileAnswering }>,
): ServerBuild {
  // The frame around an answer that was given up would wait as long again.
  const givenUp = new WeakSet<object>()
  const guarded: Guard = (handler) => async (given) => {
    if (givenUp.has(given.context)) throw data(null, 503)
    try {
      const work = async () => handler(given)
      // Who reports is shown again what they typed, however long it takes.
      return await (isReporters(new URL(given.request.url).pathname) ? work() : whileAnswering(work))
    } catch (error) {
      if (error instanceof NoPulse) givenUp.add(given.context)
      if (!isDatabaseAway(error) && !isDiskFull(error)) throw error
      tell(error, given)
      throw data(null, 503)
    }
  }
  const routes: Routes = {}
  for (const [id, route] of Object.entries(build.routes))
    routes[id] = route && { ...route, module: wrapped(route.module, guarded) }
  return { ...build, routes }
}

function wrapped(module: RouteModule, guarded: Guard): RouteModule {
  const { loader, action } = module
  return {
    ...module,
    ...(loader && { loader: guarded(loader as Handler) }),
    ...(action && { action: guarded(action as Handler) }),
  } as RouteModule
}
