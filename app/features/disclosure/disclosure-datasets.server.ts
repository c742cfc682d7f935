import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { addressOf } from '../../web/addresses.ts'
import type { DatasetSource } from '../opendata/index.server.ts'
import type { DatasetField, DatasetRow } from '../opendata/index.ts'
import { listReports } from '../reports/index.server.ts'
import type { ElementAnswer, Fact } from './disclosure.domain.ts'
import type { PublicRow, PublicYear } from './item-work.domain.ts'
import { listEveryYear } from './public-years.server.ts'
import { disclosureRegistersEn } from './text/disclosure-registers.en.ts'
import { disclosureRegistersTh } from './text/disclosure-registers.th.ts'
import { readLastChange } from './version.repo.server.ts'

type Column = keyof typeof disclosureRegistersTh.columns

const sometimes = (name: Column, type: DatasetField['type'] = 'string'): DatasetField => ({
  name,
  type,
  title: { th: disclosureRegistersTh.columns[name], en: disclosureRegistersEn.columns[name] },
  isRequired: false,
})
const always = (name: Column, type: DatasetField['type'] = 'string'): DatasetField => ({
  ...sometimes(name, type),
  isRequired: true,
})

const wordsOf = (register: 'items' | 'facts') => {
  const [th, en] = [disclosureRegistersTh[register], disclosureRegistersEn[register]]
  return {
    title: { th: th.title, en: en.title },
    description: { th: th.description, en: en.description },
    objective: { th: th.objective, en: en.objective },
  }
}

const KEYWORDS = (['ita', 'oit', 'disclosure', 'transparency'] as const).map((name) => ({
  th: disclosureRegistersTh.keywords[name],
  en: disclosureRegistersEn.keywords[name],
}))

/** What the agency published of its items, and the reports that answer some. */
async function changedAt(ctx: Ctx): Promise<Date | null> {
  const own = await withAgency(ctx.db, ctx.agency.id, (tx) => readLastChange(tx, ctx.agency.id))
  const dates = [own, ...(await listReports(ctx)).map(({ publication }) => publication.publishedAt)]
  const known = dates.filter((date) => date !== null).map((date) => date.getTime())
  return known.length === 0 ? null : new Date(Math.max(...known))
}

const COMMON = {
  updates: 'irregular',
  dataType: 'record',
  keywords: KEYWORDS,
  page: (lang: 'th' | 'en') => addressOf.disclosure(lang),
  changedAt,
} as const

type PlacedRow = Readonly<{ year: number; group: string; row: PublicRow }>

const rowsOf = (years: readonly PublicYear[]): readonly PlacedRow[] =>
  years.flatMap(({ year, groups }) =>
    groups.flatMap(({ number, items }) => items.map((row) => ({ year, group: number, row }))),
  )

function stateOf({ isByReport, shown, score }: PublicRow): string {
  if (isByReport) return score.elements.some(({ state }) => state !== 'missing') ? 'report' : 'none'
  if (shown === null) return 'none'
  return shown.withdrawn === null ? 'published' : 'withdrawn'
}

const items: DatasetSource = {
  ...COMMON,
  ...wordsOf('items'),
  key: 'oit-items',
  fields: [
    always('framework_year', 'year'),
    always('code'),
    sometimes('sub_indicator'),
    sometimes('title_th'),
    sometimes('title_en'),
    always('state'),
    always('score', 'integer'),
    always('elements', 'integer'),
    always('missing', 'integer'),
    sometimes('unit_th'),
    sometimes('version', 'integer'),
    sometimes('published_at', 'datetime'),
    always('address'),
  ],
  primaryKey: ['framework_year', 'code'],
  rows: async (ctx) =>
    rowsOf(await listEveryYear(ctx)).map(({ year, group, row }) => ({
      framework_year: year,
      code: row.code,
      sub_indicator: group === '' ? null : group,
      title_th: row.title?.th ?? null,
      title_en: row.title?.en ?? null,
      state: stateOf(row),
      score: row.score.score,
      elements: row.score.elements.length,
      missing: row.score.elements.filter(({ passes }) => !passes).length,
      unit_th: row.unit?.th ?? null,
      version: row.shown?.version ?? null,
      published_at: row.changedAt?.toISOString() ?? null,
      address: addressOf.disclosureItem('th', year, row.code),
    })),
}

const facts: DatasetSource = {
  ...COMMON,
  ...wordsOf('facts'),
  key: 'oit-disclosed',
  fields: [
    always('framework_year', 'year'),
    always('code'),
    always('element'),
    always('position', 'integer'),
    always('kind'),
    sometimes('title_th'),
    sometimes('title_en'),
    sometimes('words'),
    sometimes('content_date', 'date'),
    sometimes('address'),
    sometimes('file_name'),
    sometimes('media_type'),
    sometimes('size_bytes', 'integer'),
    sometimes('sha256'),
  ],
  primaryKey: ['framework_year', 'code', 'element', 'position'],
  rows: async (ctx) =>
    rowsOf(await listEveryYear(ctx)).flatMap(({ year, row }) =>
      row.answers.flatMap((answer) =>
        factRows(answer).map((columns) => ({
          framework_year: year,
          code: row.code,
          element: answer.key,
          ...columns,
        })),
      ),
    ),
}

function factRows({ facts: given, declared }: ElementAnswer): readonly DatasetRow[] {
  if (declared) return [{ ...NO_COLUMNS, position: 1, kind: 'none', words: declared.text }]
  return given.map((fact, index) => ({ ...columnsOf(fact), position: index + 1 }))
}

const NO_COLUMNS = {
  title_th: null,
  title_en: null,
  words: null,
  content_date: null,
  address: null,
  file_name: null,
  media_type: null,
  size_bytes: null,
  sha256: null,
} as const

const columnsOf = ({ kind, title, words, date, address, file }: Fact): DatasetRow => ({
  kind,
  title_th: title.th,
  title_en: title.en,
  words,
  content_date: date,
  address: file ? addressOf.publicFile(file.sha256, file.fileName) : address,
  file_name: file?.fileName ?? null,
  media_type: file?.mediaType ?? null,
  size_bytes: file?.size ?? null,
  sha256: file?.sha256 ?? null,
})

/** The public registers of this room. */
export const disclosureDatasets: readonly DatasetSource[] = [items, facts]
