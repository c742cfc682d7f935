import { buddhistYear } from '../../../kernel/thai-date.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicJson, publicJsonMissing } from '../../../web/public-json.ts'
import { versionFrom } from '../publishing/version.domain.ts'
import { apiWordsEn } from '../walk/text/api-words.en.ts'
import { apiWordsTh } from '../walk/text/api-words.th.ts'
import { versionAddress } from '../walk/version-address.ts'
import { findWalk } from '../walk/walk.queries.server.ts'
import type { Route } from './+types/walk-api'

/** The walk of a published report for machines. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const fiscalYear = buddhistYear(params.year)
  const version = params.version === undefined ? undefined : versionFrom(params.version)
  const agency = fiscalYear === null || version === null ? null : await appOf(context).agency()
  const walk =
    agency && fiscalYear !== null && version !== null
      ? await findWalk(agency.ctx, { fiscalYear, version, addressOf: versionAddress })
      : null
  return walk
    ? publicJson(request, walk)
    : publicJsonMissing({ th: apiWordsTh.noReport, en: apiWordsEn.noReport })
}
