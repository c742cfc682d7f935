import { keepWords } from '../../../kernel/keep-words.ts'
import { searchedWords } from '../../../kernel/search-fold.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { menuFor } from '../office-entries.domain.ts'
import { hitPlace } from '../parts/hit-words.ts'
import { type OfficeHit, pagesFound } from '../search/office-hits.domain.ts'
import { searchOffice } from '../search/search-office.queries.server.ts'
import { officeText } from '../text/index.ts'
import { searchPageText } from '../text/pages.ts'
import type { Route } from './+types/search-offers'

const MOST_OFFERED = 8

/** What the palette offers for what was typed, as JSON: pages that the person may open, and what is found. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx, signedIn } = await officeOf(context)
  const text = searchParams.get('q') ?? ''
  const { entries } = officeText(lang)
  const words = searchPageText(lang)
  const pages = menuFor(signedIn.actor, { isWhole: true, waiting: {} })
    .flatMap((group) => group.entries)
    .map(({ name, part }) => ({ part, label: entries[name] }))
  const found = await searchOffice(ctx, { text, limit: MOST_OFFERED })
  const groups = [{ kind: 'page' as const, hits: pagesFound(searchedWords(text), pages) }, ...found].filter(
    ({ hits }) => hits.length > 0,
  )
  const offered = (hit: OfficeHit) => ({
    // In parts, so that the script can hold together what the dictionary of a browser would cut.
    title: keepWords(hit.title.map(({ text }) => text).join(''), []),
    said: keepWords(hitPlace(hit, lang) ?? '', []),
    address: addressOf.office(lang, hit.part),
  })
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  return Response.json({
    groups: groups.map(({ kind, hits }) => ({ label: words.kinds[kind], offers: hits.map(offered) })),
    said: count === 0 ? words.palette.none : words.found(count),
  })
}
