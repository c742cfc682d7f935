import type { Ctx } from '../../../platform/ctx.server.ts'
import { addressOf } from '../../../web/addresses.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import type { Framework, Item } from '../../catalogue/index.ts'
import type { DatasetSource } from '../../opendata/index.server.ts'
import type { DatasetRow } from '../../opendata/index.ts'
import { always, keywordsOf, sometimes, wordsOf } from './column.ts'

const COMMON = {
  updates: 'year',
  dataType: 'record',
  // Rows come with the program or with a library; the day on which a year was last written is not known.
  changedAt: async () => null,
  page: (lang: 'th' | 'en') => addressOf.disclosure(lang),
} as const

const rowsOfItems =
  (rowsOf: (item: Item, framework: Framework) => readonly DatasetRow[]) =>
  async (ctx: Ctx): Promise<readonly DatasetRow[]> =>
    (await catalogueFor(ctx)).frameworks
      .toSorted((a, b) => a.year - b.year)
      .flatMap((framework) => framework.items.flatMap((item) => rowsOf(item, framework)))

const items: DatasetSource = {
  ...COMMON,
  ...wordsOf('items'),
  key: 'ita-items',
  keywords: keywordsOf('ita', 'framework'),
  fields: [
    always('reference'),
    always('framework_year', 'year'),
    always('code'),
    always('instrument'),
    sometimes('indicator'),
    sometimes('title_th'),
    sometimes('title_en'),
    sometimes('wording'),
    sometimes('document_year', 'year'),
    always('certainty'),
    always('source'),
    always('address'),
  ],
  primaryKey: ['reference'],
  rows: rowsOfItems((item, { year }) => [
    {
      reference: item.ref,
      framework_year: year,
      code: item.code,
      instrument: item.instrument,
      indicator: item.indicator,
      title_th: item.title?.th ?? null,
      title_en: item.title?.en ?? null,
      wording: item.wording,
      document_year: item.documentYear,
      certainty: item.certainty,
      source: item.source,
      address: addressOf.itemWalk('th', year, item.code),
    },
  ]),
}

const elements: DatasetSource = {
  ...COMMON,
  ...wordsOf('elements'),
  key: 'ita-item-elements',
  keywords: keywordsOf('ita', 'framework', 'disclosure'),
  fields: [
    always('reference'),
    always('framework_year', 'year'),
    always('element'),
    always('text_th'),
    sometimes('text_en'),
    always('certainty'),
    always('source'),
  ],
  primaryKey: ['reference', 'element'],
  rows: rowsOfItems((item, { year }) =>
    item.elements.map(({ key, text, certainty, source }) => ({
      reference: item.ref,
      framework_year: year,
      element: key,
      text_th: text.th,
      text_en: text.en,
      certainty,
      source,
    })),
  ),
}

/** What the assessment asks in each year, as the agency's catalogue knows it. */
export const catalogueRegisters: readonly DatasetSource[] = [items, elements]
