import { redirect } from 'react-router'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicJson, publicJsonMissing } from '../../../web/public-json.ts'
import { yearForMachines } from '../machine-forms.server.ts'
import { listPublicYear } from '../public-item.queries.server.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import type { Route } from './+types/year-items-json'

/** The items of a framework year for machines, beside the page and in the public interface. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = appOf(context)
  const year = buddhistYear(params.year)
  const agency = year === null ? null : await app.agency()
  const found = agency && year !== null ? await listPublicYear(agency.ctx, { year }) : null
  if (!found)
    return publicJsonMissing({ th: disclosurePublicText('th').noYear, en: disclosurePublicText('en').noYear })
  const { pathname } = new URL(request.url)
  if (params.year !== String(found.year))
    throw redirect(pathname.replace(/(?<=\/oit\/)[^/]+/, String(found.year)), 301)
  return publicJson(request, yearForMachines(found, app.origin))
}
