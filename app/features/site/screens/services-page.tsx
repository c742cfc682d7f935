import { publicPageHeaders } from '../../../web/published.ts'
import { shownPages } from '../pages/shown-page.server.ts'
import { PageList } from '../parts/page-list.tsx'
import type { Route } from './+types/services-page'

export const headers = publicPageHeaders

export const loader = ({ context, request }: Route.LoaderArgs) => shownPages({ context, request }, 'service')

export default function ServicesPage({ loaderData: { lang, pages } }: Route.ComponentProps) {
  return <PageList lang={lang} kind="service" pages={pages} />
}
