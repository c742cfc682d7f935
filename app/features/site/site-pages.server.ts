import type { PublicPagesSource } from '../../web/public-page.ts'
import { ownPages } from './own-pages.server.ts'
import { writtenPages } from './pages/page-listing.server.ts'

const SOURCES: readonly PublicPagesSource[] = [ownPages, writtenPages]

/** The pages that this room answers. */
export const sitePages: PublicPagesSource = async (ctx) =>
  (await Promise.all(SOURCES.map((pages) => pages(ctx)))).flat()
