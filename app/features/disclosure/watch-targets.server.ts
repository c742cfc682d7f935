import type { WatchTargets } from '../watch/index.server.ts'

/** Every address that an assessor would open for an item. */
export const disclosureTargets: WatchTargets = async () => []
