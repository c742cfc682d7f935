import '../../../ui/office-site.css'
import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { findPageWork } from '../pages/page-work.queries.server.ts'
import { PagePreview } from '../parts/page-preview.tsx'
import { SITE_POLICY } from '../site.policy.ts'
import { pageWorkText } from '../text/page-work.ts'
import type { Route } from './+types/page-preview'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'site.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const work = await findPageWork(ctx, { pageId: params.pageId })
  if (!work) throw data(null, 404)
  const lang = languageOf(pathname)
  return {
    lang,
    pageId: params.pageId,
    content: work.page.content,
    words: searchParams.get('words') === 'en' ? ('en' as const) : ('th' as const),
  }
}

export default function PagePreviewPage({
  loaderData: { lang, pageId, content, words },
}: Route.ComponentProps) {
  const text = pageWorkText(lang)
  const here = addressOf.office(lang, `site/pages/${pageId}/preview`)
  const other = words === 'th' ? 'en' : 'th'
  return (
    <>
      <title>{text.previewTitle}</title>
      <PageHead
        title={text.previewTitle}
        said={text.previewSaved}
        action={
          <>
            <a className="button" href={`${here}?words=${other}`}>
              {text.previewIn[other]}
            </a>
            <a className="button" href={addressOf.office(lang, `site/pages/${pageId}`)}>
              {text.backToWork}
            </a>
          </>
        }
      />
      <PagePreview lang={words} content={content} />
    </>
  )
}
