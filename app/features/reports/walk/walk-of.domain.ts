import type { Bilingual } from '../../../i18n/language.ts'
import type { NamedResolution, Publication, PublicationStatus } from '../../approvals/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Cycle } from '../../improvement/index.ts'
import type { CompletenessRule } from '../completeness-rule.domain.ts'
import type { ElementKey, ElementVerdict, Verdict } from '../verdict.domain.ts'
import type { BrokenLink } from './broken-link.domain.ts'
import { type CellPart, cellsOf, type WalkCell } from './cells.domain.ts'
import { placesOf } from './items/item-places.domain.ts'
import { cellLabel, walkSentence } from './text/index.ts'
import type { WalkWords } from './text/walk-words.en.ts'
import type {
  CellBasis,
  CellElement,
  CellWalk,
  EvidenceWalk,
  ScoreWalk,
  StepWalk,
  Walk,
  WalkResolution,
} from './walk.domain.ts'
import type { CellProof, ProofEvidence, ProofScore, ProofStep, WalkProof } from './walk-proof.domain.ts'

export type WalkInput = Readonly<{
  cycle: Cycle
  publication: Publication
  status: PublicationStatus
  /** Path of its permanent address. */
  address: string
  title: string
  verdict: Verdict | null
  rule: CompletenessRule | null
  catalogue: Catalogue
  /** Null where none was kept. */
  proof: WalkProof | null
  /** Resolutions that approved the measures of the year, and whether it was these very measures. */
  measuresApproved: Readonly<{ resolutions: readonly NamedResolution[]; isSame: boolean }>
  broken: readonly BrokenLink[]
  /** Identifiers of evidence that is confidential by now, or of which nothing is known any more. */
  withheld: ReadonlySet<string>
}>

/** The walk of a published report, for anybody to read. Where nothing is known of a cell, its answer says so. */
export function walkOf(input: WalkInput): Walk {
  const { cycle, publication, catalogue, proof, rule, verdict } = input
  const cells = cellsOf(cycle)
  const proofs = new Map(proof?.cells.map((cell) => [cell.cell, cell]) ?? [])
  return {
    schema: 'prongsai.walk/1',
    report: {
      fiscalYear: cycle.fiscalYear,
      title: input.title,
      agency: cycle.agency,
      answers: cycle.answers,
    },
    publication: {
      version: publication.version,
      status: input.status,
      contentHash: publication.contentHash,
      address: input.address,
      publishedAt: publication.publishedAt.toISOString(),
      withdrawal: publication.withdrawal && {
        at: publication.withdrawal.at.toISOString(),
        reason: publication.withdrawal.reason,
        resolution: resolutionWalk(publication.withdrawal.resolution),
      },
    },
    verdict: verdict &&
      rule && {
        item: verdict.item,
        score: verdict.score,
        workYear: rule.workYear,
        elements: verdict.elements.length,
        passing: verdict.elements.filter(({ passes }) => passes).length,
        certainty: rule.certainty,
        source: rule.source,
      },
    approvals: {
      report: publication.steps.map(resolutionWalk),
      measures: input.measuresApproved.resolutions.map(resolutionWalk),
      measuresAnswer: measuresAnswer(input.measuresApproved),
      mentioned: cycle.resolutions.map(({ body, meetingNumber, heldOn, wording, about }) => ({
        body,
        meetingNumber,
        heldOn: heldOn.day,
        wording,
        about,
      })),
      answer: approvalAnswer(publication),
    },
    source: proof?.source ?? cycle.source,
    cells: cells.map((cell) => cellWalk(cell, { input, proof: proofs.get(cell.id) ?? null })),
    items: [...new Set(cells.flatMap(({ items }) => items))].map((ref) => placesOf(catalogue, ref)),
  }
}

const resolutionWalk = (one: NamedResolution): WalkResolution => ({
  body: one.bodyName,
  meetingNumber: one.meetingNumber,
  form: one.form,
  decidedOn: one.decidedOn,
  decision: one.decision,
  wording: one.wording,
  recordedAt: one.recordedAt.toISOString(),
  isWithdrawn: one.isWithdrawn,
})

function approvalAnswer({ steps }: Publication): Bilingual {
  if (steps.length === 0) return walkSentence((words) => words.approvalUnknown)
  const isShaken = steps.some(({ isWithdrawn }) => isWithdrawn)
  return walkSentence((words) =>
    [words.approved(steps.length), ...(isShaken ? [words.approvalWithdrawn] : [])].join(' '),
  )
}

function measuresAnswer({ resolutions, isSame }: WalkInput['measuresApproved']): Bilingual {
  if (resolutions.length === 0) return walkSentence((words) => words.measuresUnknown)
  return walkSentence((words) => (isSame ? words.measuresSame : words.measuresChanged))
}

type Known = Readonly<{ input: WalkInput; proof: CellProof | null }>

function cellWalk(cell: WalkCell, { input, proof }: Known): CellWalk {
  const { items: _items, ...place } = cell
  const pieces = pick(input.proof?.evidence ?? [], proof?.evidence ?? [])
  const told = pieces.filter(({ id, isConfidential }) => !isConfidential && !input.withheld.has(id))
  const scores = pick(input.proof?.scores ?? [], proof?.scores ?? [])
  const basis = basisOf(input)
  const counts = { told: told.length, confidential: pieces.length - told.length, scores: scores.length }
  return {
    ...place,
    label: walkSentence((words) => cellLabel(cell, words)),
    elements: elementsOf(cell, input),
    basis,
    evidence: told.map((piece) => evidenceWalk(piece, input.broken)),
    confidentialEvidence: counts.confidential,
    submitted: stepWalk(proof?.submitted ?? null),
    accepted: stepWalk(proof?.accepted ?? null),
    scores: scores.map(scoreWalk),
    items: cell.items,
    approvedBy: approvalsOf(cell, input),
    answer: walkSentence((words) => answerOf(cell, { basis, counts, proof, input, words })),
  }
}

const pick = <T extends { id: string }>(all: readonly T[], ids: readonly string[]): readonly T[] =>
  all.filter(({ id }) => ids.includes(id))

function basisOf({ proof, cycle }: WalkInput): CellBasis {
  if (proof && proof.workVersion !== null) return 'work'
  return (proof?.source ?? cycle.source) ? 'file' : 'not-known'
}

const OF_MEASURES: readonly CellPart[] = ['text', 'period', 'owners']

const approvalsOf = (cell: WalkCell, { publication, measuresApproved }: WalkInput) => [
  ...(publication.steps.length > 0 ? (['report'] as const) : []),
  ...(measuresApproved.isSame && OF_MEASURES.includes(cell.part) ? (['measures'] as const) : []),
]

const ELEMENT_OF: Partial<Record<CellPart, ElementKey>> = {
  text: 'measure',
  period: 'period',
  summary: 'summary',
  outcome: 'outcome',
}

/** What the rule asks of a cell: its own element, or for an outcome that of every measure that it covers. */
function elementsOf(cell: WalkCell, { cycle, verdict }: WalkInput): readonly CellElement[] {
  const key = ELEMENT_OF[cell.part]
  if (!verdict || key === undefined) return []
  const measures = cell.measure === null ? coveredBy(cell, cycle) : [cell.measure]
  return verdict.elements
    .filter(
      ({ issue, measure, element }) => issue === cell.issue && element === key && measures.includes(measure),
    )
    .map(elementWalk)
}

const coveredBy = ({ issue, outcome }: WalkCell, { issues }: Cycle): readonly number[] =>
  issues.find(({ number }) => number === issue)?.outcomes[(outcome ?? 0) - 1]?.covers ?? []

const elementWalk = ({ measure, element, state, passes, reason }: ElementVerdict): CellElement => ({
  measure,
  element,
  state,
  passes,
  // Whoever declared it is a person: the walk names none.
  reason: state === 'none' ? walkSentence((words) => words.declaredNone) : reason,
})

const evidenceWalk = (
  { id, isConfidential: _isConfidential, link: _link, ...piece }: ProofEvidence,
  broken: readonly BrokenLink[],
): EvidenceWalk => {
  const faults = broken.filter(({ objectId }) => objectId === id)
  // A last day that was set after publication is told, too.
  const since = faults.find(({ since: day }) => day !== null)?.since
  return {
    ...piece,
    expiresOn: since ?? piece.expiresOn,
    broken: [...new Set(faults.map(({ code }) => code))],
  }
}

const stepWalk = (step: ProofStep | null): StepWalk | null =>
  step && {
    at: step.at,
    role: step.role,
    unit: step.unit && { th: step.unit.nameTh, en: step.unit.nameEn ?? step.unit.nameTh },
  }

const scoreWalk = ({ id: _id, ref, nAnswered, nRequired, ...score }: ProofScore): ScoreWalk => ({
  item: ref,
  ...score,
  answered: nAnswered,
  required: nRequired,
})

type AnswerParts = Readonly<{
  basis: CellBasis
  counts: Readonly<{ told: number; confidential: number; scores: number }>
  proof: CellProof | null
  input: WalkInput
  words: WalkWords
}>

function answerOf(cell: WalkCell, { basis, counts, proof, input, words }: AnswerParts): string {
  return [
    ...(cell.text.trim() === '' ? [words.empty] : []),
    ...(counts.scores > 0 ? [words.scores(counts.scores)] : []),
    basis === 'work'
      ? workAnswer(counts, { hasObject: (proof?.object ?? null) !== null, words })
      : basis === 'file'
        ? words.fromFile((input.proof?.source ?? input.cycle.source)?.fileName ?? '')
        : words.beforeProofs,
  ].join(' ')
}

function workAnswer(
  { told, confidential }: AnswerParts['counts'],
  { hasObject, words }: Readonly<{ hasObject: boolean; words: WalkWords }>,
): string {
  if (told > 0 && confidential > 0) return words.evidenceAndConfidential(told, confidential)
  if (told > 0) return words.evidence(told)
  if (confidential > 0) return words.confidentialOnly(confidential)
  return hasObject ? words.noEvidence : words.noOwnEvidence
}
