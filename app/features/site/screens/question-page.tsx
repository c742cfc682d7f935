import { publicPageHeaders } from '../../../web/published.ts'
import { shownPage } from '../pages/shown-page.server.ts'
import { PublishedPageView } from '../parts/published-page-view.tsx'
import type { Route } from './+types/question-page'

export const headers = publicPageHeaders

export const loader = ({ context, request, params }: Route.LoaderArgs) =>
  shownPage({ context, request }, { kind: 'question', slug: params.slug })

export default function QuestionPage({ loaderData: { lang, found } }: Route.ComponentProps) {
  return <PublishedPageView lang={lang} found={found} />
}
