import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import type { PageContent } from '../pages/page.domain.ts'
import { SitePageBody } from './site-page-body.tsx'

/** What staff wrote for a part of a page of the platform; `empty` says that nobody has written it yet. */
export function StaffWords({
  lang,
  content,
  empty,
}: {
  lang: Language
  content: PageContent | null
  empty: string
}) {
  if (content === null) return <p className="muted">{empty}</p>
  const { words, lang: spoken } = saidIn(lang, content.body)
  const body = <SitePageBody markdown={words} lang={spoken} pictures={content.pictures} under={2} />
  return spoken === lang ? body : <div lang={spoken}>{body}</div>
}
