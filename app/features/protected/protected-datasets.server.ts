import type { Bilingual, Language } from '../../i18n/language.ts'
import { startOfThaiDay } from '../../kernel/thai-day.ts'
import { addressOf } from '../../web/addresses.ts'
import type { DatasetSource } from '../opendata/index.server.ts'
import type { ProtectedChannel } from './channel.server.ts'
import {
  categoryName,
  findPublicStatistics,
  type PublicStatistics,
  startOfHalf,
} from './statistics/public-statistics.server.ts'
import type { Figure, HalfStatistics } from './statistics/statistics.domain.ts'
import { statisticsText } from './text/statistics.ts'

type Row = Awaited<ReturnType<DatasetSource['rows']>>[number]
type FieldName = keyof ReturnType<typeof statisticsText>['dataset']['fields']
type Field = DatasetSource['fields'][number]

const inBoth = (pick: (lang: Language) => string): Bilingual => ({ th: pick('th'), en: pick('en') })

const field = (name: string, words: FieldName, type: Field['type'], isRequired = true): Field => ({
  name,
  type,
  title: inBoth((lang) => statisticsText(lang).dataset.fields[words]),
  isRequired,
})

export const STATISTICS_DATASET = 'whistleblow-statistics'
export const HEADS_DATASET = 'whistleblow-audit-heads'

/** What of the channel is an open register: its statistics as they are told, and the daily head of its log. */
export const protectedDatasets = (channel: ProtectedChannel): readonly DatasetSource[] => [
  {
    key: STATISTICS_DATASET,
    title: inBoth((lang) => statisticsText(lang).title),
    description: inBoth((lang) => statisticsText(lang).dataset.description),
    objective: inBoth((lang) => statisticsText(lang).dataset.objective),
    keywords: [inBoth((lang) => statisticsText(lang).dataset.keyword)],
    dataType: 'statistic',
    updates: 'quarter',
    fields: [
      field('fiscal_year', 'fiscalYear', 'year'),
      field('period', 'period', 'string'),
      field('start', 'start', 'date'),
      field('measure', 'measure', 'string'),
      field('measure_th', 'measureTh', 'string'),
      field('measure_en', 'measureEn', 'string'),
      field('value', 'value', 'integer', false),
      field('least', 'least', 'integer'),
      field('most', 'most', 'integer', false),
    ],
    primaryKey: ['fiscal_year', 'period', 'start', 'measure'],
    page: (lang) => addressOf.reporting(lang, 'statistics'),
    rows: async (ctx) => rowsOf(await findPublicStatistics({ ...ctx, channel })),
    changedAt: async (ctx) => {
      const { until } = await findPublicStatistics({ ...ctx, channel })
      return until === null ? null : startOfThaiDay(until)
    },
  },
  {
    key: HEADS_DATASET,
    title: inBoth((lang) => statisticsText(lang).dataset.heads),
    description: inBoth((lang) => statisticsText(lang).dataset.headsDescription),
    objective: inBoth((lang) => statisticsText(lang).dataset.headsObjective),
    keywords: [inBoth((lang) => statisticsText(lang).dataset.keyword)],
    dataType: 'record',
    updates: 'day',
    fields: [field('day', 'day', 'date'), field('sha256', 'head', 'string')],
    primaryKey: ['day'],
    page: (lang) => addressOf.reporting(lang, 'statistics'),
    rows: async (ctx) =>
      (await findPublicStatistics({ ...ctx, channel })).heads.map(({ day, head }) => ({ day, sha256: head })),
    changedAt: async (ctx) => {
      const [last] = (await findPublicStatistics({ ...ctx, channel })).heads
      return last ? startOfThaiDay(last.day) : null
    },
  },
]

type Measured = Readonly<{ measure: string; name: (lang: Language) => string; figure: Figure }>

function rowsOf({ years, categories }: PublicStatistics): readonly Row[] {
  const received = { measure: 'received', name: (lang: Language) => statisticsText(lang).received }
  return years
    .toReversed()
    .flatMap(({ fiscalYear, quarters, halves }) => [
      ...quarters.flatMap(({ quarter, months, received: figure }) => [
        ...months.map(({ month, received: ofMonth }) =>
          rowOf({ fiscalYear, period: 'month', start: month }, { ...received, figure: ofMonth }),
        ),
        rowOf(
          { fiscalYear, period: `quarter-${quarter}`, start: months[0]?.month ?? startOfHalf(fiscalYear, 1) },
          { ...received, figure },
        ),
      ]),
      ...halves.flatMap((half) =>
        measuresOf(half, categories).map((measured) =>
          rowOf(
            { fiscalYear, period: `half-${half.half}`, start: startOfHalf(fiscalYear, half.half) },
            measured,
          ),
        ),
      ),
    ])
}

const measuresOf = (
  half: HalfStatistics,
  categories: PublicStatistics['categories'],
): readonly Measured[] => [
  ...(['received', 'finished', 'closed', 'junk', 'open'] as const).map((measure) => ({
    measure,
    name: (lang: Language) => statisticsText(lang)[measure],
    figure: half[measure],
  })),
  ...Object.entries(half.channels).map(([key, figure]) => ({
    measure: `channel-${key}`,
    name: (lang: Language) =>
      statisticsText(lang).ofChannel(statisticsText(lang).channels[key === 'desk' ? 'desk' : 'web']),
    figure,
  })),
  ...Object.entries(half.categories).map(([key, figure]) => ({
    measure: `category-${key}`,
    name: (lang: Language) => statisticsText(lang).ofCategory(categoryName(key, categories, lang)),
    figure,
  })),
  ...half.inTime.flatMap(({ stage, inTime, late }) => [
    {
      measure: `${stage}-in-time`,
      name: (lang: Language) => `${statisticsText(lang).stages[stage]}: ${statisticsText(lang).onTime}`,
      figure: inTime,
    },
    {
      measure: `${stage}-late`,
      name: (lang: Language) => `${statisticsText(lang).stages[stage]}: ${statisticsText(lang).late}`,
      figure: late,
    },
  ]),
]

const rowOf = (
  { fiscalYear, period, start }: Readonly<{ fiscalYear: number; period: string; start: string }>,
  { measure, name, figure: { value, known } }: Measured,
): Row => ({
  fiscal_year: fiscalYear,
  period,
  start,
  measure,
  measure_th: name('th'),
  measure_en: name('en'),
  value,
  least: known.least,
  most: Number.isFinite(known.most) ? known.most : null,
})
