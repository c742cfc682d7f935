import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { ReportingAgency } from '../working/to-cycle.domain.ts'
import type { ReportFacts } from '../working/working-cycle.domain.ts'
import { itemAnsweredBy } from './answered-item.domain.ts'
import { draftCover } from './draft-cover.domain.ts'

type NewYear = Readonly<{
  fiscalYear: number
  agency: ReportingAgency
  catalogue: Catalogue
  /** Null: the item that asks for this year. */
  answers: ItemRef | null
}>

/** What the report of a year says before anybody has written in it; null where no framework asks for such a report. */
export function newYearFacts({ fiscalYear, agency, catalogue, answers }: NewYear): ReportFacts | null {
  const item = answers ?? itemAnsweredBy(catalogue, fiscalYear)?.ref ?? null
  if (item === null) return null
  return {
    resultsYear: fiscalYear - 1,
    answers: item,
    cover: draftCover(agency, fiscalYear),
    background: [],
    criteria: null,
    nameLists: [],
    resolutions: [],
    units: null,
  }
}
