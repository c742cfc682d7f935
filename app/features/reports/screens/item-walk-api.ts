import { buddhistYear } from '../../../kernel/thai-date.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicJson, publicJsonMissing } from '../../../web/public-json.ts'
import { findItemWalk } from '../walk/items/item-walk.queries.server.ts'
import { apiWordsEn } from '../walk/text/api-words.en.ts'
import { apiWordsTh } from '../walk/text/api-words.th.ts'
import { versionAddress } from '../walk/version-address.ts'
import type { Route } from './+types/item-walk-api'

/** Where an item leads in the published reports, for machines. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const year = buddhistYear(params.year)
  const agency = await appOf(context).agency()
  const walk =
    year === null
      ? null
      : await findItemWalk(agency?.ctx ?? null, { year, code: params.code, addressOf: versionAddress })
  return walk
    ? publicJson(request, walk)
    : publicJsonMissing({ th: apiWordsTh.noItem, en: apiWordsEn.noItem })
}
