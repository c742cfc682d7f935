import { data, type ServerBuild } from 'react-router'
import { isDatabaseAway } from './platform/db/database-away.ts'
import { isDiskFull } from './platform/files/disk-full.ts'

type Routes = ServerBuild['routes']
type RouteModule = NonNullable<Routes[string]>['module']
type Handler = NonNullable<RouteModule['loader']>
type Arguments = Parameters<Handler>[0]
type Tell = (error: unknown, given: Arguments) => void

/**
 * The same build, in which a screen that loses the database, or finds the disk full, says 503 and not that it is broken: who
 * sent something is told that it may not have been kept. `tell` is told the fault first.
 */
export function answeringAway(build: ServerBuild, tell: Tell): ServerBuild {
  const routes: Routes = {}
  for (const [id, route] of Object.entries(build.routes))
    routes[id] = route && { ...route, module: wrapped(route.module, tell) }
  return { ...build, routes }
}

function wrapped(module: RouteModule, tell: Tell): RouteModule {
  const { loader, action } = module
  return {
    ...module,
    ...(loader && { loader: guarded(loader as Handler, tell) }),
    ...(action && { action: guarded(action as Handler, tell) }),
  } as RouteModule
}

const guarded =
  (handler: Handler, tell: Tell) =>
  async (given: Arguments): Promise<unknown> => {
    try {
      return await handler(given)
    } catch (error) {
      if (!isDatabaseAway(error) && !isDiskFull(error)) throw error
      tell(error, given)
      throw data(null, 503)
    }
  }
