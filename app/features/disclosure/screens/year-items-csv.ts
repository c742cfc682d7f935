import { data, redirect } from 'react-router'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { writeTable } from '../../../platform/office-files/write-table.server.ts'
import { addressOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { yearTable } from '../machine-forms.server.ts'
import { listPublicYear } from '../public-item.queries.server.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import type { Route } from './+types/year-items-csv'

/** The items of a framework year as a table, which spreadsheet programs read with its Thai letters. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = appOf(context)
  const year = buddhistYear(params.year)
  const agency = year === null ? null : await app.agency()
  const found = agency && year !== null ? await listPublicYear(agency.ctx, { year }) : null
  if (!found) throw data(disclosurePublicText('th').noYear, 404)
  if (params.year !== String(found.year))
    throw redirect(addressOf.disclosureFile(found.year, 'items.csv'), 301)
  const table = yearTable(found, app.origin)
  const look = { sheet: 'OIT', widths: table.map(() => 20) }
  const file = await writeTable(table, { format: 'csv', name: `oit-${found.year}`, look })
  return new Response(Buffer.from(file.bytes), {
    headers: {
      ...publicPageHeaders(),
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
    },
  })
}
