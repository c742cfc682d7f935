import { publicPageHeaders } from '../../../web/published.ts'
import { shownPages } from '../pages/shown-page.server.ts'
import { PageList } from '../parts/page-list.tsx'
import type { Route } from './+types/news-page'

export const headers = publicPageHeaders

export const loader = ({ context, request }: Route.LoaderArgs) => shownPages({ context, request }, 'news')

export default function NewsPage({ loaderData: { lang, pages } }: Route.ComponentProps) {
  return <PageList lang={lang} kind="news" pages={pages} />
}
