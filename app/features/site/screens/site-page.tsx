import { publicPageHeaders } from '../../../web/published.ts'
import { shownPage } from '../pages/shown-page.server.ts'
import { PublishedPageView } from '../parts/published-page-view.tsx'
import type { Route } from './+types/site-page'

export const headers = publicPageHeaders

export const loader = ({ context, request, params }: Route.LoaderArgs) =>
  shownPage({ context, request }, { kind: 'page', slug: params.slug })

export default function SitePage({ loaderData: { lang, found } }: Route.ComponentProps) {
  return <PublishedPageView lang={lang} found={found} />
}
