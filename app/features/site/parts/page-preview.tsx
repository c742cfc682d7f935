import type { Language } from '../../../i18n/language.ts'
import type { PageContent } from '../pages/page.domain.ts'
import { PageArticle } from './page-article.tsx'

/** A page at work exactly as the public would read it, framed within the office. */
export const PagePreview = ({ lang, content }: { lang: Language; content: PageContent }) => (
  <div className="page-preview" lang={lang}>
    <article className="page-article stack">
      <PageArticle lang={lang} content={content} isAtWork />
    </article>
  </div>
)
