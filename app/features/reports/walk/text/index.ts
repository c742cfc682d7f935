import type { Bilingual, Language } from '../../../../i18n/language.ts'
import type { CellPart } from '../cells.domain.ts'
import { type WalkWords, walkWordsEn } from './walk-words.en.ts'
import { walkWordsTh } from './walk-words.th.ts'

/** A sentence of the walk in both languages. */
export const walkSentence = (say: (words: WalkWords) => string): Bilingual => ({
  th: say(walkWordsTh),
  en: say(walkWordsEn),
})

type Place = Readonly<{
  part: CellPart
  issue: number | null
  measure: number | null
  outcome: number | null
}>

/** What a cell is called: "ประเด็นที่ 1 มาตรการที่ 2 สรุปผลการดำเนินการ". */
export function cellLabel({ part, issue, measure, outcome }: Place, words: WalkWords): string {
  const name = words.parts[part]
  if (issue === null) return name
  if (measure !== null) return words.ofMeasure(issue, measure, name)
  return outcome === null ? words.ofIssue(issue, name) : words.ofOutcome(issue, outcome, name)
}

/** The same where the issue is said above it. */
export function nameInIssue({ part, measure, outcome }: Place, lang: Language): string {
  const words = lang === 'th' ? walkWordsTh : walkWordsEn
  const name = words.parts[part]
  if (measure !== null) return words.measureInIssue(measure, name)
  return outcome === null ? words.partInIssue(name) : words.outcomeInIssue(outcome, name)
}

const CELL = /^issue-(\d+)\.(?:measure-(\d+)\.([a-z]+)|outcome-(\d+)|([a-z]+))$/

/** What a cell is called, by its identifier; null where that names none. */
export function placeOfCell(cell: string, lang: Language): string | null {
  const words = lang === 'th' ? walkWordsTh : walkWordsEn
  const [, issue, measure, ofMeasure, outcome, ofIssue] = CELL.exec(cell) ?? []
  const part = ofMeasure ?? (outcome === undefined ? (ofIssue ?? cell) : 'outcome')
  if (!Object.hasOwn(words.parts, part)) return null
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  const place = {
    part: part as CellPart,
    issue: number(issue),
    measure: number(measure),
    outcome: number(outcome),
  }
  return cellLabel(place, words)
}

/** Where a cell stands, with its report; an empty `cell` is the report as a whole. */
export function walkPlace(
  cell: string,
  { lang, fiscalYear }: Readonly<{ lang: Language; fiscalYear: number }>,
): string {
  const words = lang === 'th' ? walkWordsTh : walkWordsEn
  const place = placeOfCell(cell, lang)
  return place === null ? words.report(fiscalYear) : words.inReport(place, fiscalYear)
}
