import { thaiDay } from '../../kernel/thai-day.ts'
import { addressOf } from '../../web/addresses.ts'
import type { ElementAnswer, Fact } from './disclosure.domain.ts'
import type { PublicItem, PublicRow, PublicYear } from './item-work.domain.ts'
import { missingOf, stateOfItem, stateOfRow } from './public-state.domain.ts'
import { disclosurePublicTh } from './text/disclosure-public.th.ts'

/** A year for programs: its items with how each stands. `origin`: of this site. Names no person. */
export const yearForMachines = (year: PublicYear, origin: string) => ({
  schema: 'prongsai.oit-year/1',
  year: year.year,
  title: year.title,
  address: origin + addressOf.disclosureYear('th', year.year),
  table: origin + addressOf.disclosureFile(year.year, 'items.csv'),
  totals: year.totals,
  aggregation: year.aggregation,
  groups: year.groups.map(({ number, title, items }) => ({
    number,
    title,
    items: items.map((row) => ({
      ref: row.ref,
      code: row.code,
      title: row.title,
      certainty: row.certainty,
      state: stateOfRow(row),
      score: row.score.score,
      missing: missingOf(row.score),
      unit: row.unit,
      isByReport: row.isByReport,
      version: row.shown?.version ?? null,
      contentHash: row.shown?.contentHash ?? null,
      publishedAt: row.changedAt?.toISOString() ?? null,
      address: origin + addressOf.disclosureItem('th', year.year, row.code),
      api: `${origin}/api/v1/oit/${year.year}/${row.code}`,
    })),
  })),
})

/** The same as a table, with its head; words in Thai. */
export function yearTable({ year, groups }: PublicYear, origin: string): readonly (readonly string[])[] {
  const { columns, states } = disclosurePublicTh
  const row = (group: string, item: PublicRow) => [
    String(year),
    group,
    item.code,
    item.title?.th ?? '',
    states[stateOfRow(item)],
    String(item.score.score),
    String(missingOf(item.score)),
    item.unit?.th ?? '',
    item.changedAt ? thaiDay(item.changedAt) : '',
    origin + addressOf.disclosureItem('th', year, item.code),
  ]
  return [
    [
      columns.year,
      columns.group,
      columns.code,
      columns.title,
      columns.state,
      columns.score,
      columns.missing,
      columns.unit,
      columns.date,
      columns.address,
    ],
    ...groups.flatMap(({ number, items }) => items.map((item) => row(number, item))),
  ]
}

/** An item for programs, element by element. Names no person. */
export const itemForMachines = (item: PublicItem, origin: string) => ({
  schema: 'prongsai.oit-item-page/1',
  ref: item.ref,
  year: item.year,
  code: item.code,
  title: item.title,
  certainty: item.certainty,
  documentYear: item.documentYear,
  group: item.group,
  unit: item.unit,
  address: origin + addressOf.disclosureItem('th', item.year, item.code),
  state: stateOfItem(item),
  score: item.score.score,
  faults: item.score.faults,
  report:
    item.byReport?.fiscalYear == null ? null : origin + addressOf.report('th', item.byReport.fiscalYear),
  elements: item.score.elements.map(({ key, text, certainty, state, passes, reason }) => ({
    key,
    text,
    certainty,
    state,
    passes,
    reason,
    ...answerOf(
      item.answers.find((answer) => answer.key === key),
      origin,
    ),
  })),
  version: item.shown?.version ?? null,
  contentHash: item.shown?.contentHash ?? null,
  versions: item.versions.map(({ version, contentHash, publishedAt, withdrawn }) => ({
    version,
    contentHash,
    publishedAt: publishedAt.toISOString(),
    address: origin + addressOf.disclosureItem('th', item.year, item.code, version),
    withdrawn: withdrawn && { at: withdrawn.at.toISOString(), reason: withdrawn.reason },
  })),
})

const answerOf = (answer: ElementAnswer | undefined, origin: string) => ({
  declared: answer?.declared ? { text: answer.declared.text, at: answer.declared.at } : null,
  facts: (answer?.facts ?? []).map((fact) => factOf(fact, origin)),
})

const factOf = ({ kind, title, words, file, address, date }: Fact, origin: string) => ({
  kind,
  title,
  words,
  date,
  address: kind === 'page' && address !== null ? origin + address : address,
  file: file && { ...file, address: origin + addressOf.publicFile(file.sha256, file.fileName) },
})
