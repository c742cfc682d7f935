import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { readStanding } from '../../approvals/index.server.ts'
import { statusOf } from '../../approvals/index.ts'
import type { Cycle } from '../../improvement/index.ts'
import { measuresContentOf } from '../matters/measures-content.domain.ts'
import { ruleOf } from '../prepare-report.server.ts'
import { findPublishedReport, type PublishedReport } from '../published-report.queries.server.ts'
import { type BrokenLink, brokenLinks } from './broken-link.domain.ts'
import { cellsOf } from './cells.domain.ts'
import { findWalkProof, readPresent } from './present-state.server.ts'
import type { Walk } from './walk.domain.ts'
import { readOpenFindings } from './walk-finding.repo.server.ts'
import { type WalkInput, walkOf } from './walk-of.domain.ts'
import { proofWithout, type WalkProof } from './walk-proof.domain.ts'

/** Path of the permanent address of a version; whoever answers a request knows it. */
export type VersionAddress = (fiscalYear: number, version: number) => string

/** The walk of a published version, of the newest where none is given; null when it is not public. */
export async function findWalk(
  ctx: Ctx,
  {
    addressOf,
    ...asked
  }: Readonly<{
    fiscalYear: number
    version?: number | undefined
    addressOf: VersionAddress
  }>,
): Promise<Walk | null> {
  const found = await findPublishedReport(ctx, { ...asked, lang: 'th' })
  return found && walkOfPublished(ctx, found, addressOf)
}

/** The walk of a report that was found already. Nothing is asked of the store: what it misses, the daily check has noted. */
export async function walkOfPublished(
  ctx: Ctx,
  found: PublishedReport,
  addressOf: VersionAddress,
): Promise<Walk> {
  const { cycle, publication, versions, verdict, catalogue } = found
  const proof = await findWalkProof(ctx, publication.id)
  const now = await withAgency(ctx.db, ctx.agency.id, (tx) => readNow(tx, { ctx, found, proof }))
  return walkOf({
    cycle,
    publication,
    status: statusOf(publication, versions),
    address: addressOf(cycle.fiscalYear, publication.version),
    title: found.report.title,
    verdict,
    rule: ruleOf(cycle.answers),
    catalogue,
    proof,
    ...now,
  })
}

type Given = Readonly<{ ctx: Ctx; found: PublishedReport; proof: WalkProof | null }>
type Now = Readonly<{
  measuresApproved: WalkInput['measuresApproved']
  broken: readonly BrokenLink[]
  withheld: ReadonlySet<string>
}>

async function readNow(tx: Tx, { ctx, found, proof }: Given): Promise<Now> {
  const agencyId = ctx.agency.id
  const { cycle, publication, catalogue } = found
  const rested = proof ?? proofWithout(cellsOf(cycle), cycle.source)
  const { evidence, infectedFiles } = await readPresent(tx, agencyId, rested)
  const noted = await readOpenFindings(tx, { agencyId, publicationIds: [publication.id] })
  const isMissing = new Set(
    noted.filter(({ code }) => code === 'evidence.file-missing').map(({ objectId }) => objectId),
  )
  return {
    measuresApproved: await measuresApprovals(tx, agencyId, cycle),
    broken: brokenLinks(rested, {
      evidence,
      infectedFiles,
      missingFiles: new Set(
        rested.evidence.flatMap(({ id, sha256 }) => (sha256 !== null && isMissing.has(id) ? [sha256] : [])),
      ),
      today: thaiDay(ctx.now()),
      resolutions: publication.steps,
      catalogue,
    }),
    withheld: new Set(
      rested.evidence.filter(({ id }) => evidence.get(id)?.isConfidential !== false).map(({ id }) => id),
    ),
  }
}

/** By which resolutions the measures were approved: these very ones, else the last that were approved of the year. */
async function measuresApprovals(tx: Tx, agencyId: string, cycle: Cycle): Promise<Now['measuresApproved']> {
  const { isComplete, steps, lastApproved } = await readStanding(tx, agencyId, {
    kind: 'measures',
    key: String(cycle.fiscalYear),
    contentHash: contentHash(measuresContentOf(cycle)),
  })
  if (isComplete) return { resolutions: steps.flatMap(({ passedBy }) => passedBy ?? []), isSame: true }
  return { resolutions: lastApproved ? [lastApproved] : [], isSame: false }
}
