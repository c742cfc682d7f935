import { data } from 'react-router'
import { buddhistYear, fiscalYearOf } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { writeTable } from '../../../platform/office-files/write-table.server.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { PUBLIC_FIGURES } from '../statistics/public-figures.ts'
import { findPublicStatistics, type PublicStatistics } from '../statistics/public-statistics.server.ts'
import type { Route } from './+types/matter-statistics-file'

/** The figures of a year for programs: one table with every way of counting, or the same as JSON. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const agency = await appOf(context).agency()
  const year = buddhistYear(params.year)
  if (!agency || year === null || params.year !== String(year)) throw data(null, 404)
  const current = fiscalYearOf(thaiDay(agency.ctx.now()))
  const found = await findPublicStatistics(agency.ctx, { year, current })
  if (!found) throw data(null, 404)
  if (params.file === 'statistics.json')
    return Response.json(jsonOf(found), { headers: { ...publicPageHeaders(), ...attachment(year, 'json') } })
  if (params.file !== 'statistics.csv') throw data(null, 404)
  const table = tableOf(found)
  const look = { sheet: String(year), widths: [] }
  const file = await writeTable(table, { format: 'csv', name: `complaint-statistics-${year}`, look })
  return new Response(Buffer.from(file.bytes), {
    headers: { ...publicPageHeaders(), 'Content-Type': file.type, ...attachment(year, 'csv') },
  })
}

const attachment = (year: number, extension: string) => ({
  'Content-Disposition': `attachment; filename="complaint-statistics-${year}.${extension}"`,
})

function tableOf({ year, ways }: PublicStatistics): readonly (readonly string[])[] {
  return [
    ['fiscal_year', 'by', 'key', 'label_th', 'label_en', ...PUBLIC_FIGURES],
    ...ways.flatMap(({ by, statistics: { rows } }) =>
      rows.map((row) => [
        String(year),
        by,
        row.key,
        row.label.th,
        row.label.en ?? '',
        ...PUBLIC_FIGURES.map((figure) => String(row[figure])),
      ]),
    ),
  ]
}

const jsonOf = ({ year, asOf, ways }: PublicStatistics) => ({
  fiscalYear: year,
  asOf,
  statistics: Object.fromEntries(
    ways.map(({ by, statistics: { rows, total } }) => [
      by,
      {
        rows: rows.map(({ key, label, ...row }) => ({
          key,
          label,
          ...Object.fromEntries(PUBLIC_FIGURES.map((figure) => [figure, row[figure]])),
        })),
        total: Object.fromEntries(PUBLIC_FIGURES.map((figure) => [figure, total[figure]])),
      },
    ]),
  ),
})
