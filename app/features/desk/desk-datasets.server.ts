import type { Bilingual, Language } from '../../i18n/language.ts'
import { fiscalYearOf } from '../../kernel/thai-date.ts'
import { thaiDay } from '../../kernel/thai-day.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { addressOf } from '../../web/addresses.ts'
import type { DatasetSource } from '../opendata/index.server.ts'
import { monthsOf, sumOf } from './statistics/figures.domain.ts'
import { countFigures, findLastChange } from './statistics/figures.queries.server.ts'
import { figuresText, ticketsText } from './text/index.ts'
import { TICKET_KINDS } from './tickets/ticket.domain.ts'

type Row = Awaited<ReturnType<DatasetSource['rows']>>[number]
type FieldName = keyof ReturnType<typeof figuresText>['dataset']['fields']
type Field = DatasetSource['fields'][number]

const inBoth = (pick: (lang: Language) => string): Bilingual => ({ th: pick('th'), en: pick('en') })

const field = (name: string, words: FieldName, type: Field['type']): Field => ({
  name,
  type,
  title: inBoth((lang) => figuresText(lang).dataset.fields[words]),
  isRequired: true,
})

/** The figures of the desk as an open register: a row for each month since the first matter and each kind, zeros with them. */
export const deskDatasets: readonly DatasetSource[] = [
  {
    key: 'complaint-statistics',
    title: inBoth((lang) => figuresText(lang).dataset.title),
    description: inBoth((lang) => figuresText(lang).dataset.description),
    objective: inBoth((lang) => figuresText(lang).dataset.objective),
    keywords: [inBoth((lang) => figuresText(lang).dataset.keyword)],
    dataType: 'statistic',
    updates: 'day',
    fields: [
      field('fiscal_year', 'fiscalYear', 'year'),
      field('year', 'year', 'year'),
      field('month', 'month', 'integer'),
      field('kind', 'kind', 'string'),
      field('kind_th', 'kindTh', 'string'),
      field('kind_en', 'kindEn', 'string'),
      field('received', 'received', 'integer'),
      field('done', 'done', 'integer'),
      field('in_progress', 'inProgress', 'integer'),
      field('answered_in_time', 'answeredInTime', 'integer'),
      field('answered_late', 'answeredLate', 'integer'),
      field('overdue', 'overdue', 'integer'),
    ],
    primaryKey: ['year', 'month', 'kind'],
    page: (lang) => addressOf.complaint(lang, 'statistics'),
    rows: (ctx) => withAgency(ctx.db, ctx.agency.id, (tx) => rowsOf(ctx, tx)),
    changedAt: (ctx) => withAgency(ctx.db, ctx.agency.id, (tx) => findLastChange(tx, ctx.agency.id)),
  },
]

async function rowsOf(ctx: Ctx, tx: Parameters<typeof countFigures>[0]): Promise<readonly Row[]> {
  const today = thaiDay(ctx.now())
  const all = await countFigures(tx, { agencyId: ctx.agency.id, today })
  const first = all.reduce((least, { month }) => (month < least ? month : least), today.slice(0, 7))
  const current = fiscalYearOf(today)
  const years = Array.from(
    { length: current - fiscalYearOf(`${first}-01`) + 1 },
    (_, index) => fiscalYearOf(`${first}-01`) + index,
  )
  return years.flatMap((fiscalYear) =>
    monthsOf(fiscalYear, today)
      .filter(({ key }) => key >= first)
      .flatMap(({ key, month, year }) =>
        TICKET_KINDS.map((kind) => {
          const sum = sumOf(all.filter((one) => one.month === key && one.kind === kind))
          return {
            fiscal_year: fiscalYear,
            year,
            month,
            kind,
            kind_th: ticketsText('th').kinds[kind],
            kind_en: ticketsText('en').kinds[kind],
            received: sum.received,
            done: sum.done,
            in_progress: sum.inProgress,
            answered_in_time: sum.answeredInTime,
            answered_late: sum.answeredLate,
            overdue: sum.overdue,
          }
        }),
      ),
  )
}
