import type { Bilingual } from '../../../../i18n/language.ts'
import type { DecimalText } from '../../../../kernel/decimal.ts'
import { fieldValue } from '../../../../kernel/field.ts'
import type { ItemRef } from '../../../../kernel/item-ref.ts'
import { plainText } from '../../../../kernel/rich-text.ts'
import type { Publication } from '../../../approvals/index.ts'
import {
  type Catalogue,
  type Certainty,
  findIndicator,
  findItem,
  type Instrument,
  titleOf,
} from '../../../catalogue/index.ts'
import { type Cycle, type Issue, type ScoreFact, scoreName } from '../../../improvement/index.ts'
import { cellsOf, outcomeCellId, type ReportCellId } from '../cells.domain.ts'
import { cellLabel, walkSentence } from '../text/index.ts'
import type { YearPlace } from '../walk.domain.ts'
import { placesOf } from './item-places.domain.ts'

/**
 * Where an item of any instrument leads, as anybody may read it: what it asks, where the same subject stands in other years,
 * and what the published reports did about it. A contract of the public interface.
 */
export type ItemWalk = Readonly<{
  schema: 'prongsai.item-walk/1'
  item: AskedItem
  /** Where the same subject stands in every framework year; empty for an indicator. */
  years: readonly YearPlace[]
  /** Published reports that cite it or quote a score of it, the newest year first. */
  reports: readonly ItemInReport[]
  /** Published reports that answer it. */
  answeredBy: readonly AnsweringReport[]
}>

export type AskedItem = Readonly<{
  ref: ItemRef
  title: Bilingual | null
  /** The question of a survey item, as in the form. */
  wording: string | null
  instrument: Instrument
  indicator: Readonly<{ ref: ItemRef; title: Bilingual | null }> | null
  /** What a disclosure item requires. */
  elements: readonly Readonly<{ text: Bilingual; certainty: Certainty }>[]
  certainty: Certainty
  source: string
}>

export type NamedVersion = Readonly<{
  fiscalYear: number
  version: number
  /** Path of its permanent address. */
  address: string
  contentHash: string
  publishedAt: string
}>
export type AnsweringReport = NamedVersion & Readonly<{ score: 0 | 100 | null }>
export type ItemInReport = NamedVersion &
  Readonly<{ issues: readonly ItemInIssue[]; elsewhere: readonly CitingCell[] }>
export type CitingCell = Readonly<{ cell: ReportCellId; label: Bilingual }>
export type ItemInIssue = Readonly<{
  number: number
  title: string
  /** Cells that cite it or quote a score of it. */
  cells: readonly CitingCell[]
  measures: readonly Readonly<{ number: number; text: string }>[]
  /** Scores of it that outcomes of the issue print. */
  results: readonly PrintedResult[]
}>
export type PrintedResult = Readonly<{
  cell: ReportCellId
  label: string
  unit: string
  before: PrintedMeasurement | null
  after: PrintedMeasurement
}>
export type PrintedMeasurement = Readonly<{ year: number | null; value: DecimalText; of: ItemRef | null }>

/** A published version with its content; `address` is the path of its permanent address. */
export type PublishedCycle = Readonly<{
  cycle: Cycle
  publication: Publication
  address: string
  score: 0 | 100 | null
}>

/** The walk forward from an item or indicator; null where the catalogue does not know it. */
export function itemWalkOf(
  ref: ItemRef,
  { catalogue, reports }: Readonly<{ catalogue: Catalogue; reports: readonly PublishedCycle[] }>,
): ItemWalk | null {
  const item = askedItem(catalogue, ref)
  if (!item) return null
  const newest = reports.toSorted((a, b) => b.cycle.fiscalYear - a.cycle.fiscalYear)
  return {
    schema: 'prongsai.item-walk/1',
    item,
    years: placesOf(catalogue, ref).years,
    reports: newest.flatMap((report) => inReport(ref, report) ?? []),
    answeredBy: newest
      .filter(({ cycle }) => cycle.answers === ref)
      .map((report) => ({ ...named(report), score: report.score })),
  }
}

function askedItem(catalogue: Catalogue, ref: ItemRef): AskedItem | null {
  const item = findItem(catalogue, ref)
  if (item)
    return {
      ref: item.ref,
      title: item.title,
      wording: item.wording,
      instrument: item.instrument,
      indicator: item.indicator && { ref: item.indicator, title: titleOf(catalogue, item.indicator) },
      elements: item.elements.map(({ text, certainty }) => ({ text, certainty })),
      certainty: item.certainty,
      source: item.source,
    }
  const indicator = findIndicator(catalogue, ref)
  return (
    indicator && {
      ref: indicator.ref,
      title: indicator.title,
      wording: null,
      instrument: indicator.instrument,
      indicator: indicator.parent && { ref: indicator.parent, title: titleOf(catalogue, indicator.parent) },
      elements: [],
      certainty: indicator.certainty,
      source: indicator.source,
    }
  )
}

const named = ({ cycle, publication, address }: PublishedCycle): NamedVersion => ({
  fiscalYear: cycle.fiscalYear,
  version: publication.version,
  address,
  contentHash: publication.contentHash,
  publishedAt: publication.publishedAt.toISOString(),
})

function inReport(ref: ItemRef, report: PublishedCycle): ItemInReport | null {
  const citing = cellsOf(report.cycle).filter(({ items }) => items.includes(ref))
  if (citing.length === 0) return null
  const told = (issue: number | null): readonly CitingCell[] =>
    citing
      .filter((cell) => cell.issue === issue)
      .map((cell) => ({ cell: cell.id, label: walkSentence((words) => cellLabel(cell, words)) }))
  return {
    ...named(report),
    issues: report.cycle.issues
      .map((issue) => inIssue(ref, issue, told(issue.number)))
      .filter(({ cells }) => cells.length > 0),
    elsewhere: told(null),
  }
}

const inIssue = (ref: ItemRef, issue: Issue, cells: readonly CitingCell[]): ItemInIssue => ({
  number: issue.number,
  title: issue.title,
  cells,
  measures: issue.measures.map(({ number, text }) => ({ number, text: plainText(fieldValue(text) ?? []) })),
  results: issue.outcomes.flatMap(({ facts }, index) =>
    facts
      .filter((fact): fact is ScoreFact => 'after' in fact && measures(fact, ref))
      .map((fact) => ({
        cell: outcomeCellId(issue.number, index + 1),
        label: scoreName(fact),
        unit: fact.unit,
        before: fact.before,
        after: fact.after,
      })),
  ),
})

const measures = ({ before, after }: ScoreFact, ref: ItemRef): boolean =>
  before?.of === ref || after.of === ref
