import { ROLES } from '../../kernel/actor.ts'
import type { Policy } from '../../kernel/permission.ts'

/** Who may do what with the watch over addresses. `ownUnit` is the unit that answers for the address. */
export const WATCH_POLICY = {
  'watch.read': { roles: ROLES },
  // A look now, and a capture to keep.
  'watch.run': { roles: ['administrator', 'ita-coordinator'], ownUnit: true },
  'watched-host.change': { roles: ['administrator'] },
} satisfies Policy

export type WatchAct = keyof typeof WATCH_POLICY
