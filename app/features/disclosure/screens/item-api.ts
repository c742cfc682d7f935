import { redirect } from 'react-router'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicJson, publicJsonMissing } from '../../../web/public-json.ts'
import { itemForMachines } from '../machine-forms.server.ts'
import { findPublicItem } from '../public-item.queries.server.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import type { Route } from './+types/item-api'

/** An item for machines, element by element. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = appOf(context)
  const year = buddhistYear(params.year)
  const agency = year === null ? null : await app.agency()
  const item = agency && year !== null ? await findPublicItem(agency.ctx, { year, code: params.code }) : null
  if (!item)
    return publicJsonMissing({ th: disclosurePublicText('th').noItem, en: disclosurePublicText('en').noItem })
  if (params.year !== String(item.year) || params.code !== item.code)
    throw redirect(`/api/v1/oit/${item.year}/${item.code}`, 301)
  return publicJson(request, itemForMachines(item, app.origin))
}
