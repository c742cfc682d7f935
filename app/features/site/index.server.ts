/** Front door of the public site for the server: its frame, its pages, its registers. */
export { createPosterMaker, type PosterMaker, posterContext } from './finding/poster.server.ts'
export { rememberPages } from './finding/remember-pages.server.ts'
export { type FrozenPage, listFrozenPages } from './pages/frozen-pages.queries.server.ts'
export { sitePageMatters } from './pages/page-matters.server.ts'
export { tellReviewsDue } from './pages/usecases/tell-reviews-due.server.ts'
export { siteDatasets } from './site-datasets.server.ts'
export { findSiteMenu } from './site-menu.server.ts'
export { sitePages } from './site-pages.server.ts'
