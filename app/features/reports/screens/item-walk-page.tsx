import { data, redirect } from 'react-router'
import '../../../ui/walk.css'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { findItemWalk } from '../walk/items/item-walk.queries.server.ts'
import { ItemAsks, ItemYears } from '../walk/parts/item-asks.tsx'
import { ItemReports } from '../walk/parts/item-reports.tsx'
import { itemPageText } from '../walk/text/item-page.ts'
import { versionAddress } from '../walk/version-address.ts'
import type { Route } from './+types/item-walk-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const year = buddhistYear(params.year)
  if (year === null) throw data(null, 404)
  const agency = await appOf(context).agency()
  const walk = await findItemWalk(agency?.ctx ?? null, { year, code: params.code, addressOf: versionAddress })
  if (!walk) throw data(null, 404)
  const code = codeOf(walk.item.ref)
  if (params.year !== String(year) || params.code !== code)
    throw redirect(addressOf.itemWalk(lang, year, code), 301)
  return { lang, walk }
}

export default function ItemWalkPage({ loaderData: { lang, walk } }: Route.ComponentProps) {
  const text = itemPageText(lang)
  const code = codeOf(walk.item.ref)
  const year = yearOf(walk.item.ref)
  const title = walk.item.title?.[lang] ?? text.untitled
  return (
    <>
      <title>{`${text.title(code, year)} – ${title}`}</title>
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title(code, year), to: null },
        ]}
      />
      <div className="stack walk">
        <div className="page-head">
          <p className="muted">{text.framework(year)}</p>
          <h1>
            {text.title(code, year)} {title}
          </h1>
        </div>
        <ItemAsks lang={lang} walk={walk} />
        <ItemReports lang={lang} walk={walk} />
        <ItemYears lang={lang} walk={walk} />
        <p className="muted small no-print">
          <a href={addressOf.itemApi(year, code)}>{text.machine}</a>
        </p>
      </div>
    </>
  )
}
