import { type Field, missing } from '../../../kernel/field.ts'
import { foldText } from '../../../kernel/rich-text.ts'
import { isOpen, type Unit } from '../../people/index.ts'
import type { WorkingCycle } from '../working/working-cycle.domain.ts'
import { movedDay, movedPeriod } from './moved-period.domain.ts'
import type { PlannedIssue, PlannedMeasure } from './planned-rows.domain.ts'

/** What is copied of every issue that is chosen. Summaries, outcomes, evidence, people and states never are. */
export const COPIED_PARTS = [
  'analysis',
  'limitations',
  'measures',
  'owners',
  'expectedEvidence',
  'periods',
] as const
export type CopiedPart = (typeof COPIED_PARTS)[number]

export type CopyChoice = Readonly<{
  /** Keys of issues (`CopySource`), or all. */
  issues: 'all' | readonly string[]
  parts: ReadonlySet<CopiedPart>
}>

/** An issue of the year that is copied. Its key is its identifier; in a published version that has none, its number. */
export type CopySource = Readonly<{ key: string; issue: PlannedIssue }>

export type CopyCounts = Readonly<{
  measures: number
  withAnalysis: number
  limitations: number
  withOwners: number
  withEvidence: number
  withPeriod: number
}>

export type CopiedIssue = Readonly<{
  key: string
  title: string
  /** `there`: the new year has it already, copied before or under the same title; it is not copied again. */
  standing: 'copied' | 'there' | 'left-out'
  /** What would be copied of it. */
  counts: CopyCounts
  planned: PlannedIssue
}>
export type CopyPlan = Readonly<{
  /** Every issue of the year that is copied, in its order. */
  issues: readonly CopiedIssue[]
  /** Over the issues that are copied. */
  counts: CopyCounts & Readonly<{ issues: number }>
  /** Names of owner units that have ended, and so are left out. */
  endedUnits: readonly string[]
}>

export type Copying = Readonly<{
  source: readonly CopySource[]
  /** The year that is copied into as it is; null where it is not open. */
  target: WorkingCycle | null
  /** Issues of the target that are copies, by the issue they are copies of. */
  copiedBefore: ReadonlySet<string>
  choice: CopyChoice
  /** How many years later the new one is. */
  years: number
  units: readonly Unit[]
}>

/** What copying makes, before anything is written: the page shows it, and the use case writes it. */
export function planCopy(copying: Copying): CopyPlan {
  const { source, target, copiedBefore, choice } = copying
  const titles = new Set((target?.issues ?? []).map(({ facts }) => foldText(facts.title)))
  const issues = source.map(({ key, issue }): CopiedIssue => {
    const planned = plannedIssue(issue, copying)
    const isThere =
      titles.has(foldText(issue.facts.title)) ||
      (issue.copiedFrom !== null && copiedBefore.has(issue.copiedFrom))
    const isChosen = choice.issues === 'all' || choice.issues.includes(key)
    return {
      key,
      title: issue.facts.title,
      standing: isThere ? 'there' : isChosen ? 'copied' : 'left-out',
      counts: countsOf(planned),
      planned,
    }
  })
  const copied = issues.filter(({ standing }) => standing === 'copied')
  return {
    issues,
    counts: { issues: copied.length, ...sumOf(copied.map(({ counts }) => counts)) },
    endedUnits: choice.parts.has('owners') ? endedIn(copied, copying) : [],
  }
}

function plannedIssue({ facts, copiedFrom, measures }: PlannedIssue, copying: Copying): PlannedIssue {
  const { parts } = copying.choice
  return {
    facts: {
      title: facts.title,
      listedTitle: facts.listedTitle,
      analysis: parts.has('analysis') ? facts.analysis : [],
      limitations: parts.has('limitations') ? facts.limitations : [],
    },
    copiedFrom,
    measures: parts.has('measures') ? measures.map((measure) => plannedMeasure(measure, copying)) : [],
    outcomes: [],
  }
}

function plannedMeasure(measure: PlannedMeasure, { choice, years, units }: Copying): PlannedMeasure {
  const { facts } = measure
  const { parts } = choice
  const openIds = facts.unitIds.filter((id) => units.some((unit) => unit.id === id && isOpen(unit)))
  const isOwned = parts.has('owners')
  return {
    facts: {
      text: facts.text,
      kind: facts.kind,
      period: parts.has('periods')
        ? movedField(facts.period, (period) => movedPeriod(period, years))
        : missing,
      unitIds: isOwned ? openIds : [],
      personIds: [],
      // As printed it names units that have ended, too.
      ownersWritten: isOwned && openIds.length === facts.unitIds.length ? facts.ownersWritten : null,
      expectedEvidence: parts.has('expectedEvidence') ? facts.expectedEvidence : null,
      budget: missing,
      summary: missing,
      dueDay: parts.has('periods') && facts.dueDay !== null ? movedDay(facts.dueDay, years) : null,
    },
    printedNumber: measure.printedNumber,
    state: 'not-started',
    copiedFrom: measure.copiedFrom,
  }
}

/** That there is none was declared for the year that is over, and says nothing of the next. */
const movedField = <T>(field: Field<T>, move: (value: T) => T): Field<T> =>
  field.state === 'value' ? { state: 'value', value: move(field.value) } : missing

const countsOf = ({ facts, measures }: PlannedIssue): CopyCounts => ({
  measures: measures.length,
  withAnalysis: facts.analysis.length > 0 ? 1 : 0,
  limitations: facts.limitations.length,
  withOwners: measures.filter(
    (measure) => measure.facts.unitIds.length > 0 || measure.facts.ownersWritten !== null,
  ).length,
  withEvidence: measures.filter((measure) => measure.facts.expectedEvidence !== null).length,
  withPeriod: measures.filter((measure) => measure.facts.period.state === 'value').length,
})

const NOTHING: CopyCounts = {
  measures: 0,
  withAnalysis: 0,
  limitations: 0,
  withOwners: 0,
  withEvidence: 0,
  withPeriod: 0,
}

const sumOf = (all: readonly CopyCounts[]): CopyCounts =>
  all.reduce(
    (sum, counts) => ({
      measures: sum.measures + counts.measures,
      withAnalysis: sum.withAnalysis + counts.withAnalysis,
      limitations: sum.limitations + counts.limitations,
      withOwners: sum.withOwners + counts.withOwners,
      withEvidence: sum.withEvidence + counts.withEvidence,
      withPeriod: sum.withPeriod + counts.withPeriod,
    }),
    NOTHING,
  )

function endedIn(copied: readonly CopiedIssue[], { source, units }: Copying): readonly string[] {
  const keys = new Set(copied.map(({ key }) => key))
  const ids = source
    .filter(({ key }) => keys.has(key))
    .flatMap(({ issue }) => issue.measures.flatMap(({ facts }) => facts.unitIds))
  return units.filter((unit) => !isOpen(unit) && ids.includes(unit.id)).map(({ nameTh }) => nameTh)
}
