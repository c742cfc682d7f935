import type { RoleName } from '../../../kernel/actor.ts'
import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Cycle, SourceFile, WorkingCycle, WorkingIssue } from '../../improvement/index.ts'
import {
  cellsOf,
  issueCellId,
  measureCellId,
  outcomeCellId,
  type ReportCellId,
  type WalkCell,
} from './cells.domain.ts'

/**
 * What each cell of a report rests on, as it was when the report became public. Kept with the publication, so its form is a
 * contract; instants are ISO 8601 in UTC. It names people: what is shown to the public is taken from it by `walkOf`.
 */
export type WalkProof = Readonly<{
  schema: 'prongsai.walk-proof/1'
  madeAt: string
  /** The file that the report was brought in from; null for one written in the program. */
  source: SourceFile | null
  /** Version of the year at work from which it was made; null where the year was not worked on in the program. */
  workVersion: number | null
  evidence: readonly ProofEvidence[]
  scores: readonly ProofScore[]
  /** Every cell of the report, in the order of the paper. */
  cells: readonly CellProof[]
}>

export type CellProof = Readonly<{
  cell: ReportCellId
  /** What it is at work, to which its evidence is attached. */
  object: ProofObject | null
  /** Identifiers in `evidence`. */
  evidence: readonly string[]
  submitted: ProofStep | null
  accepted: ProofStep | null
  items: readonly ItemRef[]
  /** Identifiers in `scores`. */
  scores: readonly string[]
}>
export type ProofObject = Readonly<{ kind: 'issue' | 'measure' | 'outcome'; id: string }>

/** A piece of evidence in the version that was in use. */
export type ProofEvidence = Readonly<{
  id: string
  title: string
  kind: 'file' | 'link'
  /** Of a file. */
  fileName: string | null
  sha256: string | null
  /** Bytes. */
  size: number | null
  mediaType: string | null
  link: string | null
  /** Of its versions, from 1. */
  version: number
  evidenceDate: IsoDay | null
  /** The day on which this version came in. */
  addedOn: IsoDay
  expiresOn: IsoDay | null
  isConfidential: boolean
}>

/** Who handed in or accepted: the office is told the name, the public the unit and the role that they had on that day. */
export type ProofStep = Readonly<{
  at: string
  byName: string
  role: RoleName | null
  unit: Readonly<{ nameTh: string; nameEn: string | null }> | null
}>

/** An imported score that an outcome quotes, with its place in the file that brought it. */
export type ProofScore = Readonly<{
  id: string
  ref: ItemRef
  value: DecimalText
  nAnswered: number | null
  nRequired: number | null
  fileName: string
  sha256: string
  sheet: string | null
  row: number
  importedOn: IsoDay
}>

/** What is known of the year at work at one moment, by the identifiers of its issues, measures and outcomes. */
export type KnownOfWork = Readonly<{
  evidence: readonly (ProofEvidence & Readonly<{ object: ProofObject }>)[]
  steps: ReadonlyMap<string, Readonly<{ submitted: ProofStep | null; accepted: ProofStep | null }>>
  scores: readonly ProofScore[]
}>

/**
 * Puts the proof of a report together. `working` is the year at work that the report was made of, issue by issue and measure by
 * measure the same; null for a report that was brought in from a file.
 */
export function assembleProof(
  given: Readonly<{ cycle: Cycle; working: WorkingCycle | null; known: KnownOfWork; madeAt: Date }>,
): WalkProof {
  const { cycle, working, known } = given
  const objects = working ? objectsOf(working) : new Map<ReportCellId, WorkObject>()
  const evidenceBy = Map.groupBy(known.evidence, ({ object }) => object.id)
  const isKnown = new Set(known.scores.map(({ id }) => id))
  const cells = cellsOf(cycle).map((cell): CellProof => {
    const at = objects.get(cell.id)
    const steps = at?.object.kind === 'measure' ? known.steps.get(at.object.id) : undefined
    return {
      cell: cell.id,
      object: at?.object ?? null,
      evidence: (at ? (evidenceBy.get(at.object.id) ?? []) : []).map(({ id }) => id),
      submitted: steps?.submitted ?? null,
      accepted: steps?.accepted ?? null,
      items: cell.items,
      scores: (at?.picked ?? []).filter((id) => isKnown.has(id)),
    }
  })
  return {
    schema: 'prongsai.walk-proof/1',
    madeAt: given.madeAt.toISOString(),
    source: cycle.source,
    workVersion: working?.version ?? null,
    evidence: [...new Map(known.evidence.map(({ object: _object, ...piece }) => [piece.id, piece])).values()],
    scores: known.scores,
    cells,
  }
}

/** The walk that a report has of which no proof was kept: its own words, and that nothing more is known. */
export const proofWithout = (cells: readonly WalkCell[], source: SourceFile | null): WalkProof => ({
  schema: 'prongsai.walk-proof/1',
  madeAt: '',
  source,
  workVersion: null,
  evidence: [],
  scores: [],
  cells: cells.map((cell) => ({
    cell: cell.id,
    object: null,
    evidence: [],
    submitted: null,
    accepted: null,
    items: cell.items,
    scores: [],
  })),
})

type WorkObject = Readonly<{ object: ProofObject; picked: readonly string[] }>

const objectsOf = (working: WorkingCycle): ReadonlyMap<ReportCellId, WorkObject> =>
  new Map(working.issues.flatMap(objectsOfIssue))

function objectsOfIssue(issue: WorkingIssue): readonly [ReportCellId, WorkObject][] {
  const of = (kind: ProofObject['kind'], id: string, picked: readonly string[] = []): WorkObject => ({
    object: { kind, id },
    picked,
  })
  return [
    ...(['title', 'analysis', 'limitations'] as const).map((part): [ReportCellId, WorkObject] => [
      issueCellId(issue.number, part),
      of('issue', issue.id),
    ]),
    ...issue.measures.flatMap((measure) =>
      (['text', 'period', 'owners', 'summary'] as const).map((part): [ReportCellId, WorkObject] => [
        measureCellId(issue.number, measure.number, part),
        of('measure', measure.id),
      ]),
    ),
    ...issue.outcomes.map((outcome, index): [ReportCellId, WorkObject] => [
      outcomeCellId(issue.number, index + 1),
      of('outcome', outcome.id, scoresPicked(outcome.facts.picked)),
    ]),
  ]
}

/** Identifiers of the scores from which facts were picked, each once. */
const scoresPicked = (
  picked: readonly (Readonly<{ before: string | null; after: string | null }> | null)[],
): readonly string[] => [
  ...new Set(
    picked.flatMap((pick) => [pick?.before, pick?.after].filter((id) => id !== null && id !== undefined)),
  ),
]
