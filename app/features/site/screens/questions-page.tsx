import '../../../ui/page.css'
import { saidIn } from '../../../i18n/said.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { addressOfPage } from '../pages/page-addresses.ts'
import { isInEnglish } from '../pages/page-form.domain.ts'
import { shownPages } from '../pages/shown-page.server.ts'
import { PublicHead } from '../parts/public-head.tsx'
import { SaidText } from '../parts/said-text.tsx'
import { SitePageBody } from '../parts/site-page-body.tsx'
import { pagesText } from '../text/pages.ts'
import type { Route } from './+types/questions-page'

export const headers = publicPageHeaders

export const loader = ({ context, request }: Route.LoaderArgs) => shownPages({ context, request }, 'question')

export default function QuestionsPage({ loaderData: { lang, pages } }: Route.ComponentProps) {
  const text = pagesText(lang)
  const { title, lead } = text.lists.questions
  return (
    <div className="stack">
      <PublicHead
        lang={lang}
        title={title}
        lead={lead}
        isInThai={pages.some(({ content }) => !isInEnglish(content))}
      />
      {pages.length === 0 && <p>{text.empty.questions}</p>}
      {pages.map(({ pageId, content }) => {
        const answer = saidIn(lang, content.body)
        return (
          <details key={pageId} className="page-question">
            <summary>
              <SaidText lang={lang} text={content.title} />
            </summary>
            <SitePageBody markdown={answer.words} lang={answer.lang} pictures={content.pictures} />
            <p>
              <a
                href={addressOfPage(lang, content)}
                aria-label={`${text.toQuestion}: ${saidIn(lang, content.title).words}`}
              >
                {text.toQuestion}
              </a>
            </p>
          </details>
        )
      })}
    </div>
  )
}
