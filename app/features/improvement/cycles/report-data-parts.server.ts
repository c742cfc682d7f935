import { err, ok, type Result } from '../../../kernel/result.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { ReportFacts } from '../working/working-cycle.domain.ts'
import { criteriaValues, readCriteria } from './criteria-form.domain.ts'
import { nameListRows, readNameLists } from './name-list-rows.domain.ts'
import type { ReportData } from './report-data.domain.ts'
import { backgroundHome, readReportData, reportDataValues } from './report-data-form.server.ts'
import type { ReportPart } from './report-part.domain.ts'
import { readResolutionRows, resolutionRows } from './resolution-rows.domain.ts'

/** What each form shows. */
export const partValues = (
  facts: ReportFacts,
  fiscalYear: number,
): Readonly<Record<ReportPart, Readonly<Record<string, string>>>> => ({
  data: reportDataValues(facts, fiscalYear),
  resolutions: resolutionRows(facts.resolutions),
  lists: nameListRows(facts.nameLists),
  criteria: criteriaValues(facts.criteria, { year: backgroundHome(fiscalYear) }),
})

type ReadPart = Readonly<{ seenVersion: number; facts: Partial<ReportData> }>
type Faults = Readonly<{ faults: Readonly<Record<string, string>> }>
type Given = Readonly<{ fiscalYear: number; catalogue: Catalogue; facts: ReportFacts }>

/** What a form says; what is wrong is named by input with the code of the reason. */
export function readPart(part: ReportPart, sent: FormData, given: Given): Result<ReadPart, Faults> {
  const { fiscalYear, catalogue } = given
  if (part === 'data') return readReportData(sent, { fiscalYear, catalogue })
  const values = typedValues([...sent])
  const seenVersion = Number(values.seenVersion)
  if (!Number.isSafeInteger(seenVersion)) return err({ faults: { '': 'year.changed-since' } })
  const read = readFacts(part, values, given)
  return read.ok ? ok({ seenVersion, facts: read.value }) : read
}

function readFacts(
  part: Exclude<ReportPart, 'data'>,
  values: Readonly<Record<string, string>>,
  { fiscalYear, catalogue, facts }: Given,
): Result<Partial<ReportData>, Faults> {
  switch (part) {
    case 'resolutions': {
      const read = readResolutionRows(values, facts.resolutions)
      return read.ok ? ok({ resolutions: read.value }) : read
    }
    case 'lists': {
      const read = readNameLists(values, facts.nameLists)
      return read.ok ? ok({ nameLists: read.value }) : read
    }
    case 'criteria': {
      const read = readCriteria(values, { year: backgroundHome(fiscalYear), catalogue })
      return read.ok ? ok({ criteria: read.value }) : read
    }
  }
}
