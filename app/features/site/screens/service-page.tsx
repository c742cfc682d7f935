import { publicPageHeaders } from '../../../web/published.ts'
import { shownPage } from '../pages/shown-page.server.ts'
import { PublishedPageView } from '../parts/published-page-view.tsx'
import type { Route } from './+types/service-page'

export const headers = publicPageHeaders

export const loader = ({ context, request, params }: Route.LoaderArgs) =>
  shownPage({ context, request }, { kind: 'service', slug: params.slug })

export default function ServicePage({ loaderData: { lang, found } }: Route.ComponentProps) {
  return <PublishedPageView lang={lang} found={found} />
}
