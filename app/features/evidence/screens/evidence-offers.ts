import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { findEvidenceOfFile, searchEvidence } from '../evidence.queries.server.ts'
import { aboutText, pieceAddress } from '../parts/evidence-looks.tsx'
import type { EvidenceOffer } from '../scripts/upload-words.ts'
import type { Route } from './+types/evidence-offers'

const OFFERED_AT_MOST = 20

/** Evidence for scripts: what fits the words typed so far (`q`), or is the file with that content (`sha256`). */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const sha256 = searchParams.get('sha256')
  const found =
    sha256 === null
      ? await searchEvidence(ctx, { text: searchParams.get('q') ?? '', limit: OFFERED_AT_MOST })
      : await findEvidenceOfFile(ctx, sha256)
  const items = found.map(
    (item): EvidenceOffer => ({
      id: item.id,
      title: item.facts.title,
      about: aboutText(item, lang),
      address: pieceAddress(lang, item.id),
    }),
  )
  return Response.json({ items })
}
