import { thaiDay } from '../../../kernel/thai-day.ts'
import type { ProgramCtx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { listProving, type ProvingEvidence } from '../../evidence/index.server.ts'
import { readWorkProof, type StepBy } from '../../improvement/index.server.ts'
import type { Cycle, WorkingCycle } from '../../improvement/index.ts'
import {
  assembleProof,
  type KnownOfWork,
  type ProofEvidence,
  type ProofObject,
  type ProofStep,
  type WalkProof,
} from './walk-proof.domain.ts'

const NOTHING_KNOWN: KnownOfWork = { evidence: [], steps: new Map(), scores: [] }

/**
 * What every cell of a report rests on at this moment, to be kept with its publication (`proof`), in the transaction of the
 * caller. `working` is the year at work of which `cycle` was made; null for a report that is brought in from a file. Four
 * statements, however much the year holds.
 */
export async function proofOf(
  tx: Tx,
  ctx: ProgramCtx,
  given: Readonly<{ agencyId: string; cycle: Cycle; working: WorkingCycle | null }>,
): Promise<WalkProof> {
  const { agencyId, cycle, working } = given
  const known = working ? await knownOf(tx, agencyId, working) : NOTHING_KNOWN
  return assembleProof({ cycle, working, known, madeAt: ctx.now() })
}

async function knownOf(tx: Tx, agencyId: string, working: WorkingCycle): Promise<KnownOfWork> {
  const objects = working.issues.flatMap((issue): readonly ProofObject[] => [
    { kind: 'issue', id: issue.id },
    ...issue.measures.map(({ id }): ProofObject => ({ kind: 'measure', id })),
    ...issue.outcomes.map(({ id }): ProofObject => ({ kind: 'outcome', id })),
  ])
  const evidence = await listProving(tx, { agencyId, objects })
  const { reviews, scores } = await readWorkProof(tx, agencyId, working)
  return {
    evidence: evidence.map((piece) => ({ ...pieceOf(piece), object: piece.object as ProofObject })),
    steps: new Map(
      [...reviews].map(([id, { submitted, accepted }]) => [
        id,
        { submitted: stepOf(submitted), accepted: stepOf(accepted) },
      ]),
    ),
    scores: scores.map(({ id, ref, value, nAnswered, nRequired, source, sha256 }) => ({
      id,
      ref,
      value,
      nAnswered,
      nRequired,
      fileName: source.fileName,
      sha256,
      sheet: source.sheet,
      row: source.row,
      importedOn: thaiDay(source.importedAt),
    })),
  }
}

const pieceOf = ({ id, title, file, link, ...piece }: ProvingEvidence): ProofEvidence => ({
  id,
  title,
  kind: file ? 'file' : 'link',
  fileName: file?.fileName ?? null,
  sha256: file?.sha256 ?? null,
  size: file?.size ?? null,
  mediaType: file?.mediaType ?? null,
  link,
  version: piece.number,
  evidenceDate: piece.evidenceDate,
  addedOn: thaiDay(piece.versionAt),
  expiresOn: piece.expiresOn,
  isConfidential: piece.isConfidential,
})

const stepOf = (step: StepBy | null): ProofStep | null =>
  step && {
    at: step.at.toISOString(),
    byName: step.byName,
    role: step.role,
    unit: step.unit && { nameTh: step.unit.nameTh, nameEn: step.unit.nameEn },
  }
