/** Front door of the room for the server: what the agency discloses. */
export { disclosureDatasets } from './disclosure-datasets.server.ts'
export { disclosurePages } from './disclosure-pages.server.ts'
export { type FrozenItem, listFrozenItems } from './frozen-items.queries.server.ts'
export { disclosureMatters } from './matters/disclosure-matters.server.ts'
export { openPublicFile, type PublicFileFault } from './public-files/public-file.repo.server.ts'
export { isScoringNow } from './submission/scoring-now.queries.server.ts'
export { disclosureTargets } from './watch-targets.server.ts'
