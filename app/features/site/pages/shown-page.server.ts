import { data, type RouterContextProvider, redirect } from 'react-router'
import { languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import type { PageKind } from './page.domain.ts'
import { addressOfPage, addressOfVersion } from './page-addresses.ts'
import { findPublishedPage, listPublishedPages } from './published-pages.queries.server.ts'

type Asked = Readonly<{ kind: PageKind; slug: string; version?: string | undefined }>
type Given = Readonly<{ context: Readonly<RouterContextProvider>; request: Request }>

/**
 * What a public screen shows of one page. An address that the page had before leads to where it is now; one of a page that was
 * taken down answers 410 with who did so and why.
 */
export async function shownPage({ context, request }: Given, { kind, slug, version }: Asked) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const nth = version === undefined ? undefined : /^[1-9]\d{0,5}$/.test(version) ? Number(version) : null
  if (nth === null) throw data(null, 404)
  const found = await findPublishedPage(ctx, { kind, slug, ...(nth !== undefined && { version: nth }) })
  if (!found) throw data(null, 404)
  if (found.slug !== slug)
    throw redirect(
      nth === undefined
        ? addressOfPage(lang, { kind, slug: found.slug })
        : addressOfVersion(lang, found.slug, nth),
      301,
    )
  return data({ lang, found }, found.page.ended === null ? 200 : 410)
}

/** What a public list shows of a kind. */
export async function shownPages({ context, request }: Given, kind: PageKind) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  return { lang, pages: await listPublishedPages(ctx, kind) }
}
