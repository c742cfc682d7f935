import { refusalOf } from '../../../kernel/permission.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { listScores } from '../../assessments/index.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { canonicalRef } from '../../catalogue/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { citedCodes } from '../notation/cited-codes.domain.ts'
import { citedItems } from '../notation/cited-item.domain.ts'
import { citedItemWords } from '../notation/cited-item-words.domain.ts'
import { offersFor } from '../notation/offers.domain.ts'
import { citationText } from '../notation/text/index.ts'
import type { Route } from './+types/citations'

// Longer than any code that is typed, and than the codes of one mark.
const LONGEST = 500
// What fits beside a mark; all of them are told of below the text.
const MOST_TOLD = 3

/**
 * For the editor. `?year=2567&q=i1` offers items to cite: `{ offers: [{ codes, title, concept }] }`. `?year=2567&of=i1-i6` tells
 * of those that are cited: `{ items: [{ head, lines }] }`. Both in the language of the address.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const homeYear = Number(/^2[56]\d\d$/.exec(searchParams.get('year') ?? '')?.[0] ?? Number.NaN)
  const catalogue = await catalogueFor(ctx)
  const asked = (name: string) => (searchParams.get(name) ?? '').slice(0, LONGEST)
  const of = asked('of')
  if (of !== '') {
    const refs = (citedCodes(of, homeYear) ?? []).flatMap(
      ({ year, code }) => canonicalRef(catalogue, year, code) ?? [],
    )
    const items = citedItems(catalogue, await listScores(ctx), refs.slice(0, MOST_TOLD))
    const more = refs.length - items.length
    return Response.json({
      items: [
        ...items.map((item) => citedItemWords(item, lang)),
        ...(more > 0 ? [{ head: citationText(lang).more(more), lines: [] }] : []),
      ],
    })
  }
  const offers = offersFor(catalogue, { typed: asked('q'), homeYear })
  return Response.json({
    offers: offers.map(({ codes, title, concept }) => ({
      codes,
      title: title?.[lang] ?? null,
      concept: concept?.[lang] ?? null,
    })),
  })
}
